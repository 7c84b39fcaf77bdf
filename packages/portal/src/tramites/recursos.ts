import type { Fecha } from '@autogestion/normas/fechas';
import { computarTermino, terminoDe } from '@autogestion/normas/terminos';
import type { Caso } from './consultas.ts';
import { finalDe, type Final } from './marcha.ts';

type Terminado = Pick<Caso, 'tipo' | 'eventos'>;

/**
 * Which remedies there are against what the office decided, in the words of the act and of the page of the case; none
 * where there are none. Ley 1437 de 2011, arts. 74 to 77; for the archive of a petition, art. 17.
 */
export function recursosDe({ tipo }: Pick<Caso, 'tipo'>, final: Final): string[] | undefined {
  const sentido = final.hecho === 'decidida' ? tipo.flujo.sentidos[final.datos.sentido] : undefined;
  if (!sentido?.conRecursos) return undefined;
  if (sentido.recursosPropios) return [...sentido.recursosPropios];
  return sentido.soloReposicion
    ? [
        'Contra esta decisión solo procede el recurso de reposición, ante quien la tomó, dentro de los 10 días hábiles siguientes a su notificación (Ley 1437 de 2011, arts. 17 y 76). Se presenta por escrito y con sus razones (art. 77).',
        'Además, puede presentar la solicitud otra vez, completa, cuando quiera (art. 17).',
      ]
    : [
        'Contra esta decisión puede interponer el recurso de reposición ante quien la tomó y, en subsidio, el de apelación, dentro de los 10 días hábiles siguientes a su notificación (Ley 1437 de 2011, arts. 74 y 76). Se presentan por escrito y con sus razones (art. 77).',
      ];
}

/** Its act says until when, in its own words. */
const conRecursosPropios = ({ tipo }: Pick<Caso, 'tipo'>, final: Final): boolean =>
  final.hecho === 'decidida' && tipo.flujo.sentidos[final.datos.sentido]?.recursosPropios !== undefined;

/** Until when a remedy may be filed. */
interface PlazoDeRecursos {
  /** Day on which the person was told. */
  notificada: Fecha;
  /** Last day. */
  hasta: Fecha;
  /** Last day without those that ET 566-1 adds to what was told by e-mail, whose count is discussed. */
  sinDiscusion?: Fecha;
}

/** Undefined while the decision has no remedies, or was not notified. */
export function plazoDeRecursos(caso: Terminado): PlazoDeRecursos | undefined {
  const final = finalDe(caso);
  if (!final || !recursosDe(caso, final) || conRecursosPropios(caso, final)) return undefined;
  const aviso = caso.eventos.find((e) => e.hecho === 'notificada' && e.datos.asunto === 'decision');
  if (aviso?.hecho !== 'notificada') return undefined;
  const diez = ultimoDia('recurso-rut', aviso.dia);
  return aviso.datos.otroModo
    ? { notificada: aviso.dia, hasta: diez }
    : {
        notificada: aviso.dia,
        hasta: ultimoDia('recurso-rut', ultimoDia('notificacion-electronica', aviso.dia)),
        sinDiscusion: diez,
      };
}

function ultimoDia(id: string, desde: Fecha): Fecha {
  const termino = terminoDe(id, desde);
  const computo = termino.ok ? computarTermino(termino.valor, { desde }) : termino;
  if (!computo.ok) throw new RangeError(computo.mensaje);
  if (!computo.valor.vence) throw new Error('A term that nothing suspends has an end');
  return computo.valor.vence;
}
