/** The colours a tag may have; their shades are the style sheet's. */
export const tagColors = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink'] as const;
