/**
 * The numbers of the zip format that writing and reading share: PKWARE APPNOTE 6.3.10, sections 4.3 and 4.5.
 * Layout of an archive: (local header, data)*, central directory, [zip64 end, zip64 locator], end.
 */
export const signatures = {
  local: 0x04034b50,
  central: 0x02014b50,
  zip64End: 0x06064b50,
  zip64Locator: 0x07064b50,
  end: 0x06054b50,
} as const;

export const lengths = { local: 30, central: 46, zip64End: 56, zip64Locator: 20, end: 22 } as const;

export const methods = { stored: 0, deflated: 8 } as const;

/** General purpose flags: bit 0 encrypted, bit 11 name in UTF-8. */
export const flags = { encrypted: 0x0001, utf8: 0x0800 } as const;

/** Extra field that holds the numbers which do not fit into 32 bits. */
export const zip64Extra = 0x0001;

/** A number field of the old format that says "see the zip64 record". */
export const overflow16 = 0xffff;
export const overflow32 = 0xffffffff;
