/** Verbs of the trade of having, getting and closing, by which nothing is done to a thing. */
export const idle =
  /^(?:have|do|get|take(?! (?:over|down|out|apart|off))|make|give|call|shut|close|mark|move on|keep|let|go(?! (?:over|through))|come|say|see|look|read|happen|put|type|consider|declare|count|end up|deliver|hear|want|need|leave|cross|peek|peep|glance|carry|save|rescue|win|lose|sit|stand|stay|panic|freeze|cry|shake|stare|stammer|mistype|lock up|break down|talk|speak|listen|ask|answer|laugh|start|begin|stop|finish|try|manage|dare|help|succeed|fail|go on|mess|screw|botch|bungle)\b/;

/** Verbs of the mind and of manners. */
export const mental =
  /^(?:think|know|believe|care|mind|bother|notice|complain|hope|like|love|hate|want|expect|trust|fear|forget|remember|regret|understand|realise|realize|feel|refuse|insist|promise|neglect|ignore|fail|die|owe|deserve)\b/;

/** Repair and search that name no step. */
export const vagueWork =
  /^(?:fiddle|play|poke|tinker|look|investigate|try|apply|analyse|analyze|troubleshoot|debug|dig|work|fix|solve|sort|resolve|handle|address|correct|clean|tidy|mess|tweak|identify|find|check|google|search|research|repair|remedy|rectify|straighten|eliminate|improve|optimise|optimize|perform|conduct|carry|run|attack|tackle|wrestle|juggle|examine|study|implement|execute|initiate|treat|untangle|use|adjust|change|modify|roll up|hit|think)\b/;

/** What stands for hours and sacrifice. */
export const toil =
  /^(?:work|slog|toil|grind|cancel|skip|miss|clock|pull|spend|live|eat|burn|sacrifice|sleep|log|push|bleed|drink|drag|postpone|wake|miss out|pour|fight|devote|dedicate|invest|beat|bring|exceed|prove|break|outlast)\b/;

/** What stands for the save that is claimed. */
export const triumph =
  /^(?:beat|outmatch|outsmart|outdo|humble|trump|upstage|crack|prove|outperform|surpass|outshine|overrule|single|conquer|solve|brush|turn|hold)\b/;

/** What the others did who serve as a foil: they failed, stared and argued. */
export const foil =
  /^(?:be|have|fail|give up|give in|stare|argue|bicker|try|look|search|scratch|miss|struggle|go|stand|sit|run|know|panic|freeze|think|debate|flap|wait|despair|want|need|say|talk|shrug|turn|can|watch|sleep|surrender|draw|guess)\b/;

/** What machines do in pictures only. */
export const whim =
  /^(?:decide|want|choose|like|love|hate|happen|conspire|align|refuse|feel|agree|think|say|hit|smile|strike|throw|wake|joke|play|fancy|give up|mean|will|intend)\b/;
