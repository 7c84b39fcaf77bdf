import type { ColumnaDeTema, Renglon, Tema } from '@autogestion/normas/formularios/210';
import { definidos } from '@autogestion/normas/definidos';
import type { VNode } from 'preact';
import { camposDe, type Errores, type Valores } from '../../interfaz/index.ts';
import { cuantos, dinero, opcion, siONo, texto, type Pregunta } from '../../interfaz/preguntas/index.ts';

/** Name of the field of a column. */
const campoDe = (c: ColumnaDeTema): string => `dato-${c.clave}`;

type Celda = bigint | number | string | boolean;

/** A column of a topic as a question of the house. */
const preguntaDe = (c: ColumnaDeTema): Pregunta<Celda> => deSuClase(c) as unknown as Pregunta<Celda>;

/** One type of question for each class. */
function deSuClase(c: ColumnaDeTema) {
  const comun = {
    campo: campoDe(c),
    // One line of text says by itself that it may be left empty.
    etiqueta: c.obligatoria || c.clase === 'texto' ? c.nombre : `${c.nombre} (opcional)`,
    ...definidos({ ayuda: c.ayuda }),
  };
  switch (c.clase) {
    case 'pesos':
      return dinero(comun);
    case 'cantidad':
      return cuantos({
        ...comun,
        mensaje: c.entre
          ? `Escriba un número de ${c.entre[0]} a ${c.entre[1]}.`
          : 'Escriba un número entero, sin puntos.',
      });
    case 'opcion':
      return opcion<string>({
        ...comun,
        de: (c.opciones ?? []).map((o) => ({ valor: o.clave, texto: o.nombre })),
        falta: 'Elija una opción.',
      });
    case 'si-no':
      return siONo(comun);
    case 'texto':
      return texto({ ...comun, que: c.nombre, maximo: 120 });
  }
}

/** The fields of a row. */
export function CamposDelRenglon({
  tema,
  valores,
  errores,
}: {
  tema: Tema;
  valores: Valores;
  errores: Errores;
}): VNode {
  const campo = camposDe({ valores, errores });
  return (
    <>
      {tema.columnas.map((c) =>
        preguntaDe(c).pagina({ datos: {}, nombre: c.nombre, campo, valores, errores }),
      )}
    </>
  );
}

/** A row as its form shows it. */
export const escribirRenglon = (tema: Tema, renglon: Renglon): Valores =>
  Object.assign(
    {},
    ...tema.columnas.flatMap((c) => {
      const v = renglon[c.clave];
      if (v === undefined) return [];
      return [preguntaDe(c).escribir?.(c.clase === 'pesos' && typeof v === 'number' ? BigInt(v) : v) ?? {}];
    }),
  ) as Valores;

/**
 * Reads a row as it was written: what is empty is not known, which is not zero.
 * @param o.aMedias it is being written: what is missing is not wrong yet, and the review tells it
 */
export function leerRenglon(
  tema: Tema,
  escrito: Readonly<Record<string, string | string[]>>,
  { aMedias }: { aMedias: boolean },
): { renglon: Renglon; errores: Record<string, string> } {
  const renglon: Record<string, number | string | boolean> = {};
  const errores: Record<string, string> = {};
  for (const c of tema.columnas) {
    const crudo = escrito[campoDe(c)];
    const vacio = (typeof crudo === 'string' ? crudo : (crudo?.[0] ?? '')).trim() === '';
    if (vacio && (aMedias || !c.obligatoria)) continue;
    const leida = preguntaDe(c).esquema.safeParse(escrito);
    if (!leida.success) errores[campoDe(c)] = leida.error.issues[0]?.message ?? 'Revise este dato.';
    else if (typeof leida.data === 'bigint') renglon[c.clave] = Number(leida.data);
    else renglon[c.clave] = leida.data;
  }
  return { renglon, errores };
}
