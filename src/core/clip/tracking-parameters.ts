/** Parameters that say how a reader came to a page, never which page it is. Names in lower case. */
const names = new Set(
  [
    // advertising and mailing
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh mc_cid mc_eid',
    'mkt_tok _hsenc _hsmi vero_id oly_enc_id oly_anon_id wickedid s_cid cmpid trk trkcampaign ncid icid _ga _gl',
    // sharing and referral
    'ref ref_src ref_url referrer referer from from_source from_spmid source src_id share_token share_source',
    'share_medium share_plat share_session_id share_tag share_from sharer_token sharer_shareinfo',
    'sharer_shareinfo_first share_uid share_id sharefrom shareid isappinstalled weixin_share wxshare si feature',
    // Chinese platforms
    'spm scm spm_id_from vd_source tdsourcetag ops_request_misc request_id biz_id depth_1-utm_source searchid',
    'search_id bd_vid hmsr hmpl hmcu hmkw hmci _wv timestamp_from',
    // AMP
    'amp outputtype amp_js_v usqp',
  ].flatMap((line) => line.split(' ')),
);

const families = /^(?:utm|mtm|pk|piwik|matomo|hsa|stm|itm|sc)_/;

export function isTrackingParameter(name: string): boolean {
  const key = name.toLowerCase();
  return names.has(key) || families.test(key);
}
