import fc from 'fast-check';

// A mutant is tried thousands of times: a property that held for so long (ms) says enough about it.
fc.configureGlobal({ interruptAfterTimeLimit: 500, markInterruptAsFailure: false });
