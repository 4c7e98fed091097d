import type { CoverageStrength } from '../../../../server/src/protocol';
import { svgElement } from '../../panels/page/elements';

/**
 * A sign for each strength, told apart by its form alone: a full disc, a half one, a ring, a question mark and a dot.
 * Decoration: what it says stands in the label of the cell or beside it in the legend.
 */
export function strengthSymbol(strength: CoverageStrength): SVGSVGElement {
  return symbols[strength].cloneNode(true) as SVGSVGElement;
}

const symbols: Readonly<Record<CoverageStrength, SVGSVGElement>> = {
  s: drawn(svgElement('circle', { cx: 8, cy: 8, r: 6, fill: 'currentColor' })),
  f: drawn(ring(), svgElement('path', { d: 'M8 2.5a5.5 5.5 0 0 1 0 11z', fill: 'currentColor' })),
  w: drawn(ring()),
  c: drawn(
    svgElement(
      'text',
      { x: 8, y: 13, 'text-anchor': 'middle', 'font-size': 14, 'font-weight': 700, fill: 'currentColor' },
      '?',
    ),
  ),
  n: drawn(svgElement('circle', { cx: 8, cy: 8, r: 1, fill: 'currentColor', opacity: 0.6 })),
};

function ring(): SVGElement {
  return svgElement('circle', {
    cx: 8,
    cy: 8,
    r: 5.5,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 1.4,
  });
}

function drawn(...parts: readonly SVGElement[]): SVGSVGElement {
  return svgElement(
    'svg',
    { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true', class: 'symbol' },
    ...parts,
  );
}
