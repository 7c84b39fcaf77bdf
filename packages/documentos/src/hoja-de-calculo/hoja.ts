import { comprimir } from './zip.ts';

/** Text, a whole number, or a title, which is text in bold. What is undefined leaves its place empty. */
export type CeldaDeHoja = string | number | bigint | { titulo: string } | undefined;

/** One sheet of a workbook. */
export interface HojaDeCalculo {
  /** Up to 31 characters. */
  nombre: string;
  /** By their number, from 1: those that are left out stay empty. The first cell is column A. */
  filas: ReadonlyMap<number, readonly CeldaDeHoja[]>;
  /** Of each column, in characters. */
  anchos: readonly number[];
  /** Rows that stay on the screen while the others go by. */
  fijas?: number;
}

const ESTILO = { numero: 1, titulo: 2, literal: 3 } as const;
/** What a spreadsheet would run if somebody wrote it in a cell: it is marked as text for ever. */
const PARECE_FORMULA = /^[=+\-@\t\r]/;
const NO_ES_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * A workbook of one sheet that any spreadsheet opens (ECMA-376, transitional). There are no formulas in it: text is text,
 * whatever it begins with. What is not XML is left out.
 */
export function escribirHoja(hoja: HojaDeCalculo): Buffer {
  return comprimir(
    Object.entries({
      '[Content_Types].xml': TIPOS,
      '_rels/.rels': relaciones({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
      'xl/workbook.xml': `<workbook xmlns="${PRINCIPAL}" xmlns:r="${RELACION}"><sheets><sheet name="${xml(hoja.nombre.slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relaciones({
        rId1: ['worksheet', 'worksheets/sheet1.xml'],
        rId2: ['styles', 'styles.xml'],
      }),
      'xl/styles.xml': ESTILOS,
      'xl/worksheets/sheet1.xml': enXml(hoja),
    }).map(([nombre, texto]) => ({ nombre, contenido: Buffer.from(DECLARACION + texto, 'utf8') })),
  );
}

function enXml({ filas, anchos, fijas = 0 }: HojaDeCalculo): string {
  const columnas = anchos
    .map((a, i) => `<col min="${i + 1}" max="${i + 1}" width="${a}" customWidth="1"/>`)
    .join('');
  const vista =
    fijas > 0
      ? `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${fijas}" topLeftCell="A${fijas + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
      : '';
  const dentro = [...filas]
    .sort(([a], [b]) => a - b)
    .map(([n, celdas]) => `<row r="${n}">${celdas.map((c, i) => celda(`${letra(i)}${n}`, c)).join('')}</row>`)
    .join('');
  return `<worksheet xmlns="${PRINCIPAL}">${vista}<cols>${columnas}</cols><sheetData>${dentro}</sheetData></worksheet>`;
}

function celda(donde: string, c: CeldaDeHoja): string {
  if (c === undefined || c === '') return '';
  if (typeof c === 'number' || typeof c === 'bigint')
    return `<c r="${donde}" s="${ESTILO.numero}"><v>${c}</v></c>`;
  const [texto, estilo] =
    typeof c === 'object' ? [c.titulo, ESTILO.titulo] : [c, PARECE_FORMULA.test(c) ? ESTILO.literal : 0];
  return `<c r="${donde}" s="${estilo}" t="inlineStr"><is><t xml:space="preserve">${xml(texto)}</t></is></c>`;
}

/** `A`, `B`… `Z`, `AA`. */
const letra = (i: number): string =>
  i < 26 ? String.fromCharCode(65 + i) : letra(Math.floor(i / 26) - 1) + letra(i % 26);

const xml = (texto: string): string =>
  texto
    .replace(NO_ES_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const DECLARACION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PRINCIPAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELACION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PAQUETE = 'http://schemas.openxmlformats.org/package/2006';
const MEDIO = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relaciones = (de: Record<string, [tipo: string, a: string]>): string =>
  `<Relationships xmlns="${PAQUETE}/relationships">${Object.entries(de)
    .map(([id, [tipo, a]]) => `<Relationship Id="${id}" Type="${RELACION}/${tipo}" Target="${a}"/>`)
    .join('')}</Relationships>`;

const TIPOS = `<Types xmlns="${PAQUETE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ['workbook.xml', 'sheet.main'],
  ['worksheets/sheet1.xml', 'worksheet'],
  ['styles.xml', 'styles'],
]
  .map(([parte, tipo]) => `<Override PartName="/xl/${parte}" ContentType="${MEDIO}.${tipo}+xml"/>`)
  .join('')}</Types>`;

const FORMATO = 'numFmtId="0" fontId="0" fillId="0" borderId="0"';
const ESTILOS = `<styleSheet xmlns="${PRINCIPAL}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf ${FORMATO}/></cellStyleXfs><cellXfs count="4">${[
  `<xf ${FORMATO} xfId="0"/>`,
  `<xf ${FORMATO.replace('numFmtId="0"', 'numFmtId="3"')} xfId="0" applyNumberFormat="1"/>`,
  `<xf ${FORMATO.replace('fontId="0"', 'fontId="1"')} xfId="0" applyFont="1"/>`,
  `<xf ${FORMATO} xfId="0" quotePrefix="1"/>`,
].join(
  '',
)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
