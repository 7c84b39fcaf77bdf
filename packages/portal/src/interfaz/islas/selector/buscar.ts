import { plegar } from '@autogestion/normas/texto';

export interface OpcionDeLista {
  readonly valor: string;
  readonly texto: string;
  readonly grupo: string | undefined;
  /** Text, group and synonyms, folded, with a space before each word. */
  readonly indice: string;
}

/** What two spellings of the same words share: no accents, no capitals, no punctuation. */
function comparable(texto: string): string {
  return plegar(texto)
    .replace(/[^a-z0-9ñ]+/g, ' ')
    .trim();
}

export function opcionDeLista(valor: string, texto: string, grupo?: string, sinonimos = ''): OpcionDeLista {
  return { valor, texto, grupo, indice: ` ${comparable(`${texto} ${grupo ?? ''} ${sinonimos}`)}` };
}

/**
 * Options where each word typed begins a word of the option: «san jos gua» finds «San José del Guaviare».
 * Those whose text begins as typed come first; the rest keep the order of the list.
 */
export function buscar(opciones: readonly OpcionDeLista[], escrito: string): readonly OpcionDeLista[] {
  const buscado = comparable(escrito);
  if (!buscado) return opciones;
  const palabras = buscado.split(' ');
  const halladas = opciones.filter(({ indice }) =>
    palabras.every((palabra) => indice.includes(` ${palabra}`)),
  );
  const empieza = ({ indice }: OpcionDeLista): boolean => indice.startsWith(` ${buscado}`);
  return [...halladas.filter(empieza), ...halladas.filter((opcion) => !empieza(opcion))];
}

/** The only option whose text is what was typed; two municipalities of one name are no answer. */
export function exacta(opciones: readonly OpcionDeLista[], escrito: string): OpcionDeLista | undefined {
  const buscado = comparable(escrito);
  const iguales = buscado ? opciones.filter(({ texto }) => comparable(texto) === buscado) : [];
  return iguales.length === 1 ? iguales[0] : undefined;
}
