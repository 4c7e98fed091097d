/** The classes of words with which a speaker takes back what is being said. All patterns are global and match case-insensitively. */

const doubtVerb =
  '(?:guess|suppose|think|believe|reckon|presume|imagine|feel(?: like)?|dare (?:say|to believe)|mean|dunno)';

/** A clause before the claim that makes it an opinion: "I guess I …", "one could say that …". */
export const doubtFrame = new RegExp(
  `\\b(?:(?:I(?:'d|’d| would)? (?:just |kind of |kinda |sort of |really |want to |like to )*(?:probably )?(?:should )?${doubtVerb}(?: that)?)|(?:I(?:'d|’d| would| should| can)(?: \\w+)? say(?: that)?)|(?:(?:one|you|some|we) (?:might|could|may) (?:\\w+ )?(?:say|argue|venture)(?: that)?)|(?:(?:it(?:'s|’s| is) fair to say)(?: that)?)|(?:I would (?:venture|tend to (?:think|believe|say))(?: that)?)|(?:it (?:may|might|could) (?:well )?be that)|(?:it (?:seems|felt|feels)(?: to me)?,?(?: that| as though| as if)))(?:\\s+|$|(?=[,.]))`,
  'gi',
);

/** Words that fill: the sentence says the same without them. */
export const filler =
  /,? ?\bif (?:I can|one can|one could|you want to|one wants to|you were)\b[^,.;]*|,? ?\bfor (?:what|whatever) (?:it|that)(?:'|’)?(?:s| is) worth|,\s*something in (?:this|that) direction|(?<=\bI )(?:just )+(?!as\b)|,? ?\b(?:or|and) (?:whatever|something|anything)(?: (?:you|like|along|in|of)\b[^,.;]*)?|,? ?\b(?:and|or) (?:stuff|such|so|thereabouts|things|the like)(?=[,.;!]|$| like that)(?: like that)?|\b(?:(?:so|well) (?=basically|yeah)|basically|honestly(?: speaking)?|frankly(?: speaking)?|to (?:be|tell you|tell) (?:\w+ )?(?:honest|frank|fair|the truth)(?: with you)?|in all honesty|as a matter of fact|when all is said|truth be told|kind of|kinda|sort of|sorta|pretty much|more or less|so to (?:say|speak)|as it were|if you (?:will|like|want|please)|in a (?:\w+ )?(?:way|sense|manner of speaking)|in (?:some|a certain) (?:way|sense)|in a manner of speaking|in principle|let(?:'|’)?s say|let(?:'|’)?s put it (?:so|that way|this way|like that)|let us say|shall we say|(?:how )?should I put it|if I may(?: put it like that| say so| call it (?:that|so))?|if memory serves|(?:at least )?to (?:some|a certain) (?:degree|extent)|of sorts|how (?:to|shall I) (?:say|put)(?: it)?|quote unquote|you know|I mean|yeah,? nah|yeah|you could say|if (?:that|this|it) (?:makes (?:any )?sense|counts)|such as it was|if that(?:(?:'|’)s| is) the word|what(?:'|’)s the word|one could put it like that|if I(?:'|’)m being (?:\w+ )?(?:frank|honest)|ish(?=[.,]|$)|literally|simply|actually)\b/gi;

/** "like" and "well" between commas or after one. */
export const interjection =
  /(?<=,\s*)well, I say \w+(?=,)|(?:(?<=,\s*)|^)(?:(?:so yeah|like|well|ideally|you know|I mean|how to say|ok|okay|yeah),\s*)*(?:so yeah|like|well|ideally|you know|I mean|how to say|ok|okay|yeah)\b(?=\s*,)|(?<=\b(?:I|was|were|just|so|and) )like,?(?= \w+(?:ed|ing)\b)/gi;

/** What is said after the claim to take it back. */
export const doubtTag =
  /,? ?\b(?:(?:and |but )?I (?:could|may|might) (?:very )?(?:well )?be (?:wrong|mistaken)(?=[,.])|at least I think it was (?:me|I)\b|something (?:like that|along those lines)(?=[,.]|$)|at least (?:I|to me)\b[^,.;]*\bso|or so it (?:seems|felt)(?: to me| at least)?|(?:I (?:suppose|guess|think) )?(?:one|you) could (?:perhaps |maybe )?call it that|I wouldn(?:'|’)t swear to it)/gi;

/** Words that leave open whether it is so. */
export const doubt =
  /\b(?:something|a bit|somewhat|a little bit) like (?=(?:the|an?)\b)|\b(?:maybe|perhaps|possibly|probably|arguably|presumably|conceivably|somewhat|(?:just )?a (?:little )?bit(?! of\b)|a little(?: bit)?(?= (?:with|too)|[.,;]|$)|if I(?:'|’)m not mistaken|if I (?:remember|recall)(?: \w+)?|I don(?:'|’)t (?:quite |really )?(?:remember|know)|I think|I believe|I suppose|I guess|I dare say|I dunno|one could (?:perhaps |maybe )?say|I(?:'|’)d say|I want to say(?=[,.])|fairly|for what it(?:'|’)s worth)\b/gi;

/** A disclaimer before the claim: "I'm no expert, but". */
export const disclaimer =
  /^\W*(?:not that I(?:'|’)m|I(?:'|’| a)m (?:really )?(?:no|not)|I (?:don(?:'|’)t|do not) want to|not sure|I may be|I could be)\b[^.;]{0,50}?,? but(?: then)?,? /i;

/** An attempt in the place of the deed: "I tried to keep", "I was just trying to bring". Group 1 is the verb. */
export const attempt =
  /\b(?:(?:was|were) (?:just |maybe |only |by way of )*(?:trying|attempting) to|tried(?: my best| hard)?(?:,[^,]{1,40},)? to|attempted(?:(?:,[^,]{1,40},)? to)?|endeavou?red to|did (?:sort of |kind of )?end up|ended up|made (?:an|a bit of an) attempt (?:at|of)|had a go at) (?:maybe |perhaps |just |sort of |kind of |somewhat |somehow |kinda |more or less )*([a-z]+)\b/gi;
