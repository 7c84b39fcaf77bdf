import datos from './datos/diferencias.json' with { type: 'json' };

/** Classes that people take one for another, and how each answers the question that tells them apart. */
interface GrupoDeParecidas {
  pregunta: string;
  /** Code → sentence. */
  clases: ReadonlyMap<string, string>;
}

const GRUPOS: readonly GrupoDeParecidas[] = datos.grupos.map(({ pregunta, clases }) => ({
  pregunta,
  clases: new Map(clases.map((c) => [c.codigo, c.cuando])),
}));

const deLaClase = (codigo: string): GrupoDeParecidas[] => GRUPOS.filter((g) => g.clases.has(codigo));

/** Classes that people take for that one, the likeliest first; none where nobody mixes it up. */
export const seConfundeCon = (codigo: string): string[] =>
  [...new Set(deLaClase(codigo).flatMap((g) => [...g.clases.keys()]))].filter((c) => c !== codigo);

export interface Distincion {
  /** The question that tells the first class from others among them; null where there is none. */
  pregunta: string | null;
  /** Code → when it is that one, in a sentence. Only of the classes that people mix up. */
  cuando: ReadonlyMap<string, string>;
}

/** How the classes among which somebody chooses are told apart. The likeliest comes first. */
export function distinguir(codigos: readonly string[]): Distincion {
  const primera = codigos[0] ?? '';
  const cuantas = (g: GrupoDeParecidas) => codigos.filter((c) => g.clases.has(c)).length;
  /** The sort is stable: of two that cover as many, the one that the data write first. */
  const mejor = (grupos: readonly GrupoDeParecidas[]) =>
    [...grupos].sort((a, b) => cuantas(b) - cuantas(a))[0];
  const principal = mejor(deLaClase(primera).filter((g) => cuantas(g) > 1));
  const cuando = new Map<string, string>();
  for (const codigo of codigos) {
    const grupo = principal?.clases.has(codigo) ? principal : mejor(deLaClase(codigo));
    const frase = grupo?.clases.get(codigo);
    if (frase !== undefined) cuando.set(codigo, frase);
  }
  return { pregunta: principal?.pregunta ?? null, cuando };
}
