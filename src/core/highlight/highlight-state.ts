/**
 * How sure it is that the anchor stands where the user put it.
 * sure: the same words · moved: found, but its words or place changed, so the user is asked to look · absent: not in this
 * version of the article; its words and note are kept
 */
export type HighlightState = 'sure' | UnsureState;

export const unsureStates = ['moved', 'absent'] as const;
export type UnsureState = (typeof unsureStates)[number];
