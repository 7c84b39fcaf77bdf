import type { Condicion, Evaluacion } from '@autogestion/normas/rut';
import type { Plantilla } from '../../tramites/index.ts';
import { razonDicha } from './respuesta.tsx';

/** What the template of a procedure says besides its conditions. */
export interface TextosDeDecision {
  /** To follow a verb: «el retiro de la responsabilidad de IVA (código 48)». */
  que: string;
  /** What becomes true with the approval, and its article where there is one. */
  efecto: { texto: string; articulo?: string };
}

const REVISION = 'DUR 1.6.1.2.29';
const DEVOLUCION = 'DUR 1.6.1.2.30';
const DECISION = 'DUR 1.6.1.2.31';

/**
 * The text with which an official begins to write a decision: what was asked, each condition that decides it with its
 * article, and what follows. Where no condition gives a reason it is empty, and the official writes theirs: nothing
 * leaves with an announced list that has no items, nor with what the office reminds itself of. The legal basis has the articles that the reasons cite, and no other.
 */
export function plantillaDe(sentido: string, e: Evaluacion, t: TextosDeDecision): Plantilla {
  const con = (estado: Condicion['estado']) => e.condiciones.filter((c) => c.estado === estado);
  switch (sentido) {
    case 'aprobada':
      return texto([
        { dice: `Usted pidió ${t.que}. La oficina revisó los requisitos (${REVISION}):`, cita: [REVISION] },
        lista(con('cumple')),
        { dice: t.efecto.texto, cita: t.efecto.articulo ? [t.efecto.articulo] : [] },
      ]);
    case 'negada':
      if (con('no-cumple').length === 0) return { razones: '', fundamento: DECISION };
      return texto([
        {
          dice: `Usted pidió ${t.que}. Se niega porque no se cumplen estos requisitos (${DECISION}):`,
          cita: [DECISION],
        },
        lista(con('no-cumple')),
      ]);
    default: {
      // What an official must look for is not asked of the person.
      const suyas = [...con('no-cumple'), ...con('no-se-sabe').filter((c) => c.verifica !== 'oficina')];
      if (suyas.length === 0) return { razones: '', fundamento: DEVOLUCION };
      return texto([
        {
          dice: `Usted pidió ${t.que}. La solicitud se devuelve porque le falta lo que sigue (${DEVOLUCION}):`,
          cita: [DEVOLUCION],
        },
        lista(suyas),
        { dice: 'Complételo y preséntela otra vez cuando quiera: no perdió el derecho.', cita: [] },
      ]);
    }
  }
}

interface Parrafo {
  dice: string;
  cita: readonly string[];
}

function texto(parrafos: readonly Parrafo[]): Plantilla {
  const articulos = parrafos.flatMap((p) => p.cita).flatMap((a) => a.split('; '));
  return {
    razones: parrafos
      .map((p) => p.dice)
      .filter((d) => d !== '')
      .join('\n\n'),
    fundamento: [...new Set(articulos)].join('; '),
  };
}

function lista(condiciones: readonly Condicion[]): Parrafo {
  return {
    dice: condiciones.map((c) => `- ${razonDicha(c).replace(/\.$/, '')} (${c.articulo}).`).join('\n'),
    cita: condiciones.map((c) => c.articulo),
  };
}
