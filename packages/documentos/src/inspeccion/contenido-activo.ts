import type { Diccionario, Valor } from '../pdf/lexico.ts';

/** Actions that do something besides going to a page (§ 12.6.4). A link to an address only acts when it is clicked. */
const ACCIONES = new Set([
  'JavaScript',
  'Launch',
  'ImportData',
  'SubmitForm',
  'ResetForm',
  'GoToE',
  'GoToR',
  'GoTo3DView',
  'Movie',
  'Sound',
  'Rendition',
  'RichMediaExecute',
]);
/** Keys that by themselves carry code, files or another document (§§ 7.11.4, 12.6, 12.7.8, 13). */
const CLAVES = [
  'JS',
  'XFA',
  'EF',
  'EmbeddedFiles',
  'RichMediaContent',
  'RichMediaSettings',
  'Collection',
  'AA',
];
const SUBTIPOS = new Set(['FileAttachment', 'RichMedia', 'Movie', 'Screen', 'Sound', '3D', 'PS']);

/**
 * Whether a dictionary is content that acts: scripts, programs, files inside, forms that send themselves, media that
 * play. Asked of every dictionary of the file, also of those that no page reaches.
 */
export function esActivo(d: Diccionario): boolean {
  const [s, tipo, subtipo] = [d.get('S'), d.get('Type'), d.get('Subtype')];
  return (
    (typeof s === 'string' && ACCIONES.has(s)) ||
    tipo === 'EmbeddedFile' ||
    (typeof subtipo === 'string' && SUBTIPOS.has(subtipo)) ||
    CLAVES.some((clave) => tieneAlgo(d.get(clave))) ||
    acciona(d.get('OpenAction'))
  );
}

const tieneAlgo = (v: Valor | undefined): boolean =>
  v !== undefined && v !== null && !(v instanceof Map && v.size === 0);

/** What opens with the document, written in place: a destination or a page to go to, and nothing else. */
const acciona = (v: Valor | undefined): boolean => v instanceof Map && !vaAUnaPagina(v);

/** An action that only goes to a page of the same document and has none after it. */
export const vaAUnaPagina = (v: Valor): boolean =>
  Array.isArray(v) || (v instanceof Map && (v.get('S') ?? 'GoTo') === 'GoTo' && !v.has('Next'));

/** Every dictionary inside a value, itself included. */
export function* diccionariosDe(valor: Valor): Generator<Diccionario> {
  const pendientes: Valor[] = [valor];
  for (let v = pendientes.pop(); v !== undefined; v = pendientes.pop()) {
    if (v instanceof Map) {
      yield v;
      for (const dentro of v.values()) if (typeof dentro === 'object') pendientes.push(dentro);
    } else if (Array.isArray(v))
      for (const dentro of v) if (typeof dentro === 'object') pendientes.push(dentro);
  }
}
