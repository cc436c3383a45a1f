/** The package's dictionaries: `from to|from to`; of several answers only the first is there. */
declare module 'opencc-js/dict/*' {
  const dictionary: string;
  export default dictionary;
}
