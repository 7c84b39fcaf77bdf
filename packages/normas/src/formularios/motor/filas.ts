import { fraccion } from '../../dinero/index.ts';
import type { Anexo, Columna } from './definicion.ts';
import type { Evaluacion } from './evaluacion.ts';
import { leidasPor } from './dependencias.ts';
import type { ExplicacionDeValor } from './explicacion-de-valor.ts';
import type { Expresion } from './expresion.ts';
import { enumerar, escribirValor } from './palabras.ts';

/** How many rows are told one by one; the rest are told together. */
const FILAS_CONTADAS = 12;

/** The rows of an annex that a sum takes, each with its amount and where it came from. */
export function filasContadas(
  evaluacion: Evaluacion,
  { anexo: clave, columna, donde }: Extract<Expresion, { op: 'suma-anexo' }>,
): ExplicacionDeValor[] {
  const anexo = evaluacion.plan.formulario.anexos.find((a) => a.clave === clave);
  const puesto = anexo?.columnas.findIndex((c) => c.clave === columna) ?? -1;
  const suya = anexo?.columnas[puesto];
  if (!anexo || !suya) return [];
  const cual = anexo.columnas.findIndex((c) => c.clave === donde?.columna);
  const codigo = anexo.columnas[cual]?.codigos?.indexOf(donde?.codigo ?? '') ?? -1;
  const filas = evaluacion.filas(clave).flatMap((fila, i) => {
    const entra = (donde === undefined || fila[cual] === BigInt(codigo)) && fila[puesto] !== 0n;
    return entra ? [{ fila, valor: fila[puesto] ?? 0n, numero: i + 1 }] : [];
  });
  const contada = (titulo: string, valor: bigint, frase: string): ExplicacionDeValor => ({
    titulo,
    valor,
    frase,
    ...(suya.norma !== undefined && { norma: suya.norma }),
    operacion: { tipo: 'dato' },
    exacto: fraccion(valor, 1n),
    multiplo: 1n,
    partes: [],
  });
  const resto = filas.slice(FILAS_CONTADAS);
  return [
    ...filas
      .slice(0, FILAS_CONTADAS)
      .map(({ fila, valor, numero }) =>
        contada(`Fila ${numero} del anexo: ${suya.nombre}`, valor, deDonde(suya, fila, anexo, evaluacion)),
      ),
    ...(resto.length === 0
      ? []
      : [
          contada(
            `Otras ${resto.length} filas del anexo: ${suya.nombre}`,
            resto.reduce((total, f) => total + f.valor, 0n),
            'Se suman igual que las anteriores.',
          ),
        ]),
  ];
}

function deDonde(columna: Columna, fila: readonly bigint[], anexo: Anexo, { plan }: Evaluacion): string {
  if (!columna.formula) return 'Es lo que usted escribió.';
  const lee = leidasPor(columna.formula, plan);
  const leidas = anexo.columnas.flatMap((c, i) => {
    const valor = fila[i] ?? 0n;
    if (valor === 0n || !lee.has(c.clave)) return [];
    return [`«${c.nombre}» (${escrita(c, valor)})`];
  });
  return leidas.length === 0 ? 'Se calcula.' : `Sale de ${enumerar(leidas)}.`;
}

/** A rate of ICA is so many per thousand; it comes in billionths. */
function escrita({ clase, porMil }: Columna, valor: bigint): string {
  if (porMil) return `${String(Number(valor) / 1_000_000).replace('.', ',')} por mil`;
  return escribirValor(fraccion(valor, 1n), clase === 'codigo' ? 'cantidad' : clase);
}
