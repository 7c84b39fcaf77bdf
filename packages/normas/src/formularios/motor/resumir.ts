import { definidos } from '../../definidos/index.ts';
import type { Explicacion } from '../../explicacion/index.ts';
import type { ExplicacionDeValor } from './explicacion-de-valor.ts';

/** What was already told in this tree, and where each value is unfolded. */
interface Cuento {
  desplegadas: ReadonlyMap<string, ExplicacionDeValor>;
  contadas: Set<string>;
}

/**
 * The same tree as somebody would tell it: what is zero is left out, what was told before is not told again, the pieces of
 * a formula that have no name of their own give their place to what they are made of, and of a choice between several
 * amounts, which its sentence gives, only the one that was taken goes on. `explicar` keeps everything, to be checked.
 */
export function resumir(e: ExplicacionDeValor): Explicacion {
  const desplegadas = new Map<string, ExplicacionDeValor>();
  anotar(e, desplegadas);
  return contar(e, { desplegadas, contadas: new Set() });
}

function contar(e: ExplicacionDeValor, cuento: Cuento): Explicacion {
  cuento.contadas.add(nombreDe(e));
  const { titulo, valor, frase, norma, casilla, formula } = e;
  return {
    titulo,
    valor,
    frase,
    ...definidos({ formula, norma: norma || undefined, casilla }),
    partes: partesDe(e, cuento).map((p) => contar(p, cuento)),
  };
}

/** The parts of a node that are told, down to those with a name. */
function partesDe(e: ExplicacionDeValor, cuento: Cuento): ExplicacionDeValor[] {
  if (esCero(e)) return [];
  return elegidas(e)
    .filter((p) => !esCero(p))
    .flatMap((p): ExplicacionDeValor[] => {
      if (p.multiplo === null && !p.contar) return partesDe(p, cuento);
      const entera = p.repetida ? (cuento.desplegadas.get(nombreDe(p)) ?? p) : p;
      const nueva = p.contar === true || !cuento.contadas.has(nombreDe(p));
      if (nueva) cuento.contadas.add(nombreDe(p));
      return nueva ? [p.contar ? { ...entera, titulo: p.titulo } : entera] : [];
    });
}

/** Of a least or a greatest, the part that was taken; of what a quota allows, also what was asked. */
function elegidas({ operacion, partes, exacto }: ExplicacionDeValor): readonly ExplicacionDeValor[] {
  const tomada = partes.find(
    (p) => p.exacto.numerador * exacto.denominador === exacto.numerador * p.exacto.denominador,
  );
  if (operacion.tipo === 'menor' || operacion.tipo === 'mayor') return tomada ? [tomada] : partes;
  if (operacion.tipo !== 'reparto') return partes;
  const [pedido, ...limites] = partes;
  const limite = limites.find((p) => p === tomada);
  return pedido ? [pedido, ...(limite ? [limite] : [])] : [];
}

function anotar(e: ExplicacionDeValor, desplegadas: Map<string, ExplicacionDeValor>): void {
  const clave = nombreDe(e);
  if (e.multiplo !== null && !e.repetida && !desplegadas.has(clave)) {
    desplegadas.set(clave, { ...e, titulo: e.nombre ?? e.titulo });
  }
  for (const parte of e.partes) anotar(parte, desplegadas);
}

function nombreDe({ casilla, nombre, titulo }: ExplicacionDeValor): string {
  return casilla ?? nombre ?? titulo;
}

function esCero({ exacto, valor }: ExplicacionDeValor): boolean {
  return exacto.numerador === 0n && typeof valor === 'bigint';
}
