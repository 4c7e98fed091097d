/** The words that hold a sentence together. In a sentence's skeleton they stand for themselves. */
export const functionWords: ReadonlySet<string> = new Set(
  (
    'i me my mine myself we us our ours ourselves you your he him his she her they them their it its this that these those ' +
    'who whom whose which what when where why how whoever whatever there here a an the some any no none every each all both ' +
    'either neither another other others such same own one ones someone somebody anyone anybody everyone everybody nobody ' +
    'nothing something anything everything am is are was were be been being have has had having do does did done doing will ' +
    'would shall should can could may might must ought get gets got getting gotten let lets make made and or but nor so yet ' +
    'if unless until till while because since as than though although whether after before once then by with without within ' +
    'of off on in into onto to from for at about above below over under again against between through during up down out ' +
    "not n't never ever always still already just only even really very quite too much many more most less least few little " +
    "lot lots bit kind sort much enough well good bad better best now later soon finally eventually back 's 're 've 'll 'd 'm " +
    'team teams manager boss everyone folks people guys engineer engineers vendor'
  ).split(' '),
);
