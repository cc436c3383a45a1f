/** Raised with every change of what comes out, so that an older clip can be told to be worth reextracting. */
export const extractorVersion = '9';
