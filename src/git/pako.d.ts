/** As far as bounded-inflate.ts needs it; the package has no types of its own. */
declare module 'pako' {
  const pako: { readonly Inflate: { readonly prototype: object } };
  export default pako;
}
