/**
 * How many of the first-level characters of GB/T 2312-1980 each syllable of pinyin has. The standard lists these 3,755 common
 * characters by their reading, so that the numbers say which they are. `v` is ü.
 */
const counts =
  'a2 ai13 an9 ang3 ao9 ba18 bai8 ban15 bang12 bao17 bei15 ben4 beng6 bi24 bian12 biao4 bie4 bin6 bing9 bo19 ' +
  'bu11 ca cai11 can7 cang5 cao5 ce5 ceng2 cha11 chai3 chan10 chang13 chao9 che6 chen10 cheng15 chi16 chong5 ' +
  'chou12 chu16 chuai chuan7 chuang6 chui5 chun7 chuo2 ci12 cong6 cou cu4 cuan3 cui8 cun3 cuo6 da6 dai12 dan15 ' +
  'dang5 dao12 de3 deng7 di19 dian16 diao9 die7 ding9 diu dong10 dou8 du14 duan6 dui4 dun9 duo12 e13 en er8 fa8 ' +
  'fan17 fang11 fei12 fen15 feng15 fo fou fu45 ga2 gai6 gan11 gang9 gao10 ge17 gei gen2 geng7 gong15 gou9 gu18 ' +
  'gua6 guai3 guan11 guang3 gui16 gun3 guo6 ha hai7 han19 hang3 hao9 he18 hei2 hen4 heng5 hong9 hou7 hu18 hua9 ' +
  'huai5 huan14 huang14 hui21 hun6 huo10 ji53 jia17 jian40 jiang13 jiao28 jie27 jin20 jing25 jiong2 jiu17 ju25 ' +
  'juan7 jue10 jun11 ka4 kai5 kan6 kang7 kao4 ke15 ken4 keng2 kong4 kou4 ku7 kua5 kuai4 kuan2 kuang8 kui11 kun4 ' +
  'kuo4 la7 lai3 lan15 lang7 lao9 le2 lei11 leng3 li34 lia lian14 liang11 liao13 lie5 lin12 ling14 liu11 long9 ' +
  'lou6 lu20 lv14 luan6 lue2 lun7 luo12 ma9 mai6 man9 mang6 mao12 me mei16 men3 meng8 mi14 mian9 miao8 mie2 ' +
  'min6 ming6 miu mo17 mou3 mu15 na7 nai5 nan3 nang nao5 ne nei2 nen neng ni11 nian7 niang2 niao2 nie7 nin ' +
  'ning6 niu4 nong4 nu3 nv nuan nue2 nuo4 o ou7 pa6 pai6 pan8 pang5 pao7 pei9 pen2 peng14 pi17 pian4 piao4 pie2 ' +
  'pin5 ping9 po8 pou pu15 qi36 qia3 qian22 qiang8 qiao15 qie5 qin11 qing13 qiong2 qiu8 qu13 quan11 que8 qun2 ' +
  'ran4 rang5 rao3 re2 ren10 reng2 ri rong10 rou3 ru10 ruan2 rui3 run2 ruo2 sa3 sai4 san4 sang3 sao4 se3 sen ' +
  'seng sha9 shai2 shan16 shang8 shao11 she12 shen16 sheng11 shi47 shou10 shu33 shua2 shuai4 shuan2 shuang3 ' +
  'shui4 shun4 shuo4 si16 song8 sou4 su12 suan3 sui11 sun3 suo8 ta9 tai9 tan18 tang13 tao11 te teng4 ti15 tian8 ' +
  'tiao5 tie3 ting10 tong13 tou4 tu11 tuan2 tui6 tun3 tuo11 wa7 wai2 wan17 wang10 wei33 wen10 weng3 wo9 wu29 ' +
  'xi35 xia13 xian26 xiang20 xiao18 xie21 xin10 xing15 xiong7 xiu9 xu19 xuan10 xue6 xun14 ya16 yan33 yang17 ' +
  'yao15 ye15 yi53 yin16 ying18 yo yong15 you20 yu45 yuan20 yue10 yun12 za3 zai7 zan4 zang3 zao14 ze4 zei zen ' +
  'zeng4 zha14 zhai6 zhan17 zhang15 zhao10 zhe10 zhen16 zheng15 zhi43 zhong11 zhou14 zhu26 zhua2 zhuai zhuan6 ' +
  'zhuang7 zhui6 zhun2 zhuo11 zi15 zong7 zou4 zu8 zuan2 zui4 zun2 zuo8';

/** Other readings of common characters, and the reading of some that are no first-level ones. */
const otherReadings =
  'bo薄 pian便 shen参 cen参 zang藏 chai差 shan单 zhang长 chao朝 sheng乘 xiu宿 zhuan传 chan单 tan弹 dei得 di的地 de地 tiao调 du都 ' +
  'yue乐 jiang强 ji系 hu核 mo没 hai还 kuai会 xiang降 jue角 xie血 cheng盛 jiao校 qia卡 hang行 qiao壳 mu模 le了 lv率 lou露 nuo难 bao曝 xing省 ' +
  'she折 shi识 shuo数 xue削 heng行 chong重 zhe着 zai仔 zhen帧 xuan渲 yu阈 luo逻 ji辑 xie楔 chen谌 mo馍 zhang嶂 kui馈 ya桠 die叠 ni匿 bi璧';

interface Reading {
  readonly syllable: string;
  readonly characters: string;
}

let readings: readonly Reading[] | null = null;

function allReadings(): readonly Reading[] {
  readings ??= [...firstLevel(), ...others()];
  return readings;
}

/** The characters of the first level, by syllable. Rows 16 to 55 of the standard have 94 cells each, the last one 89. */
function firstLevel(): readonly Reading[] {
  const cells = Array.from({ length: 3755 }, (_, i) => [0xb0 + Math.floor(i / 94), 0xa1 + (i % 94)]);
  const characters = new TextDecoder('gb2312').decode(Uint8Array.from(cells.flat()));
  let at = 0;
  return counts.split(' ').map((entry) => {
    const [syllable = ''] = /^[a-z]+/.exec(entry) ?? [];
    const count = Number(entry.slice(syllable.length) || '1');
    at += count;
    return { syllable, characters: characters.slice(at - count, at) };
  });
}

function others(): readonly Reading[] {
  return otherReadings.split(' ').map((entry) => {
    const [syllable = ''] = /^[a-z]+/.exec(entry) ?? [];
    return { syllable, characters: entry.slice(syllable.length) };
  });
}

/** Common simplified characters that are read so: `duan` gives 端, 短, 段 and others. Empty for what is no syllable. */
export function charactersRead(syllable: string): string {
  return allReadings()
    .filter((reading) => reading.syllable === syllable)
    .map(({ characters }) => characters)
    .join('');
}

/** Ways to cut letters into syllables of pinyin, at most `most`: `xian` is one syllable, or xi and an. */
export function syllablesOf(letters: string, most: number): readonly (readonly string[])[] {
  const syllables = [...new Set(allReadings().map(({ syllable }) => syllable))];
  /** Of the letters from each place on. Filled from the end, so that each end is cut once. */
  const cuts = new Map<number, readonly (readonly string[])[]>([[letters.length, [[]]]]);
  for (let start = letters.length - 1; start >= 0; start -= 1) {
    const here = syllables
      .filter((syllable) => letters.startsWith(syllable, start))
      .flatMap((syllable) => (cuts.get(start + syllable.length) ?? []).map((rest) => [syllable, ...rest]));
    cuts.set(start, here.slice(0, most));
  }
  return cuts.get(0) ?? [];
}

let soundsOf: ReadonlyMap<string, readonly string[]> | null = null;

function allSounds(): ReadonlyMap<string, readonly string[]> {
  if (soundsOf !== null) return soundsOf;
  const sounds = new Map<string, readonly string[]>();
  for (const { syllable, characters } of allReadings()) {
    for (const character of characters) sounds.set(character, [...(sounds.get(character) ?? []), syllable]);
  }
  soundsOf = sounds;
  return sounds;
}

/**
 * Whether a simplified Chinese name begins with what is typed by its sound, in syllables, in their first letters, or in both:
 * `qianduan`, `qd` and `qianduang` all begin 前端工程. The last syllable may be unfinished. `typed` is in lower case.
 */
export function soundsLike(name: string, typed: string): boolean {
  // Where in `typed` the next character may begin.
  let places = new Set([0]);
  for (const character of name) {
    if (places.has(typed.length)) return true;
    const next = new Set<number>();
    for (const sound of allSounds().get(character) ?? [character]) {
      for (const place of places) {
        if (sound.startsWith(typed.slice(place))) return true;
        if (typed.startsWith(sound, place)) next.add(place + sound.length);
        if (typed.startsWith(sound.charAt(0), place)) next.add(place + 1);
      }
    }
    places = next;
  }
  return places.has(typed.length);
}
