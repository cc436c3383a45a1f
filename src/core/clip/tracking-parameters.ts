/**
 * Parameters that say how a user came to a page, and cannot be anything else: their names (in lower case) were made up
 * for that by one service, or have the prefix of one.
 */
const names = new Set(
  [
    // advertising and mailing
    'fbclid gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid msclkid yclid ysclid twclid ttclid',
    'li_fat_id igshid igsh mc_cid mc_eid mkt_tok _hsenc _hsmi vero_id oly_enc_id oly_anon_id _ga _gl',
    // sharing
    'ref_src share_source share_medium share_plat share_session_id share_tag share_from sharefrom sharer_shareinfo',
    'sharer_shareinfo_first isappinstalled weixin_share wxshare',
    // Chinese platforms
    'spm_id_from from_spmid vd_source tdsourcetag ops_request_misc depth_1-utm_source bd_vid hmsr hmpl hmcu hmkw hmci',
    // AMP
    'amp_js_v usqp',
  ].flatMap((line) => line.split(' ')),
);

const families =
  /^(?:utm_\w+|(?:mtm|pk|piwik|matomo|stm|itm|sc)_(?:source|medium|campaign|cpn|content|keyword|kwd|term|placement|channel)|hsa_(?:acc|cam|grp|ad|src|tgt|kw|mt|net|ver|la|ol))$/;

/** Names that are used for other things too, with the values that only tracking has. */
const telling: ReadonlyMap<string, RegExp> = new Map([
  ['spm', /^[\w-]+(?:\.[\w-]+)+$/],
  ['scm', /^\d+\.[\w.-]+$/],
  ['from', /^(?:timeline|groupmessage|singlemessage)$/],
  ['amp', /^(?:|1|true)$/],
  ['outputtype', /^amp$/],
]);

/** Whether a `name=value` pair of an address is tracking, whatever page it is on. */
export function isTracking(pair: string): boolean {
  const { name, value } = parts(pair);
  return names.has(name) || families.test(name) || telling.get(name)?.test(value) === true;
}

/**
 * Names that mostly say where a user came from, and name a page on some sites (`?source=`, `?from=`, `?feature=`): no
 * part of its address only where the page itself says so.
 */
const referrals = new Set(
  [
    'ref referrer referer ref_url from from_source source src_id trk trkcampaign ncid icid cmpid s_cid wickedid si feature',
    'share_token sharer_token share_id shareid share_uid spm scm request_id biz_id searchid search_id _wv timestamp_from',
    'amp outputtype',
  ].flatMap((line) => line.split(' ')),
);

export function mayBeTracking(pair: string): boolean {
  const { name, value } = parts(pair);
  // A number counts something: `?from=20` is where a list goes on.
  return referrals.has(name) && !/^\d+$/.test(value);
}

function parts(pair: string): { readonly name: string; readonly value: string } {
  const at = pair.indexOf('=');
  const [name, value] = at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  return { name: name.toLowerCase(), value };
}
