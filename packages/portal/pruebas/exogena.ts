import { comprimir } from '@autogestion/documentos';
import {
  cabeceraDe,
  entregaLimpia,
  formatoDeExogena,
  type Celdas,
  type Formato,
} from '@autogestion/normas/exogena';

export const formatoDePrueba = (codigo: string): Formato => {
  const f = formatoDeExogena(codigo);
  if (!f) throw new Error(`There is no format ${codigo}`);
  return f;
};

const escapar = (t: string) => t.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
const atributos = (r: Celdas) =>
  Object.entries(r)
    .filter(([, v]) => v !== '')
    .map(([k, v]) => `${k}="${escapar(v)}"`)
    .join(' ');

/** A delivery in XML. @param dentro what goes inside of each record */
export function enXml(
  f: Formato,
  registros: readonly Celdas[] = entregaLimpia(f, 12, 5),
  cab: Celdas = cabeceraDe(f, registros),
  dentro: (i: number) => string = () => '',
): string {
  const cabecera = Object.entries(cab).map(([k, v]) => `<${k}>${v}</${k}>`);
  const filas = registros.map((r, i) => `<${f.registro} ${atributos(r)}>${dentro(i)}</${f.registro}>`);
  return `<?xml version="1.0" encoding="ISO-8859-1"?>\n<mas><Cab>${cabecera.join('')}</Cab>\n${filas.join('\n')}\n</mas>\n`;
}

/** The same as a table, titles first. */
export function enTabla(
  f: Formato,
  registros: readonly Celdas[] = entregaLimpia(f, 12, 5),
  campos = f.columnas.map((c) => c.campo),
): string[][] {
  return [campos, ...registros.map((r) => campos.map((c) => r[c] ?? ''))];
}

export const enCsv = (tabla: readonly (readonly string[])[], separador = ';'): string =>
  tabla.map((f) => f.join(separador)).join('\r\n');

/** A cell of a workbook: a text, a number or a formula with what it gave. */
type CeldaDePrueba = string | number | { formula: string; valor: number };

/** A workbook as spreadsheets write it, with its texts apart. */
export function enXlsx(
  tabla: readonly (readonly CeldaDePrueba[])[],
  { combinadas = [], hojas = 1 }: { combinadas?: readonly string[]; hojas?: number } = {},
): Buffer {
  const textos: string[] = [];
  const celda = (c: CeldaDePrueba, en: string): string => {
    if (c === '') return '';
    if (typeof c === 'number') return `<c r="${en}"><v>${c}</v></c>`;
    if (typeof c === 'object') return `<c r="${en}"><f>${escapar(c.formula)}</f><v>${c.valor}</v></c>`;
    return `<c r="${en}" t="s"><v>${textos.push(c) - 1}</v></c>`;
  };
  const filas = tabla.map(
    (f, i) => `<row r="${i + 1}">${f.map((c, j) => celda(c, `${letras(j)}${i + 1}`)).join('')}</row>`,
  );
  const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parte = (nombre: string, xml: string) => ({
    nombre,
    contenido: Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
  });
  const todas = Array.from({ length: hojas }, (_, i) => i + 1);
  return comprimir([
    parte(
      'xl/workbook.xml',
      `<workbook xmlns="${S}" xmlns:r="${R}"><sheets>${todas.map((i) => `<sheet name="Hoja${i}" sheetId="${i}" r:id="rId${i}"/>`).join('')}</sheets></workbook>`,
    ),
    parte(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${todas.map((i) => `<Relationship Id="rId${i}" Type="${R}/worksheet" Target="worksheets/sheet${i}.xml"/>`).join('')}</Relationships>`,
    ),
    parte(
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${S}"><sheetData>${filas.join('')}</sheetData>${combinadas.length > 0 ? `<mergeCells count="${combinadas.length}">${combinadas.map((r) => `<mergeCell ref="${r}"/>`).join('')}</mergeCells>` : ''}</worksheet>`,
    ),
    parte(
      'xl/sharedStrings.xml',
      `<sst xmlns="${S}">${textos.map((t) => `<si><t>${escapar(t)}</t></si>`).join('')}</sst>`,
    ),
  ]);
}

function letras(n: number): string {
  return n < 26 ? String.fromCharCode(65 + n) : letras(Math.floor(n / 26) - 1) + letras(n % 26);
}
