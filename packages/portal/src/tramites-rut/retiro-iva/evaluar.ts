import { definidos } from '@autogestion/normas/definidos';
import { plegar } from '@autogestion/normas/texto';
import {
  evaluarRetiroIva,
  type Condicion,
  type Evaluacion,
  type EvaluacionRetiroIva,
  type HechosIvaDelAnio,
  type HechosRetiroIva,
  type ViaDeRetiro,
} from '@autogestion/normas/rut';
import { alResponder, type HechosDelRut, type LoQueSeSabe } from '../procedimiento/index.ts';
import { FICHA, type AnioDeclarado, type Leido, type SolicitudRetiroIva } from './solicitud.ts';

/** The evaluation of normas with each way that the law gives. */
function evaluarVias(sabido: LoQueSeSabe, s: SolicitudRetiroIva): EvaluacionRetiroIva {
  const { rut, quien, actualizado } = sabido;
  const hechos: HechosRetiroIva = {
    anio: s.anio,
    tipoContribuyente: rut.tipoContribuyente,
    responsabilidades: rut.responsabilidades,
    usuariosAduaneros: rut.usuariosAduaneros,
    estado: rut.estado,
    ...definidos({
      solicitante: quien,
      actualizado,
      actividad: s.actividad,
      soloContratosConElEstado: s.soloContratosConElEstado,
      soloTiendas: s.soloTiendas,
    }),
    porAnio: { [s.anio - 1]: hechosDelAnio(s.anterior), [s.anio]: hechosDelAnio(s.enCurso) },
  };
  return evaluarRetiroIva(hechos);
}

/** One list of conditions, whose state is that of the whole. */
export function evaluar(sabido: LoQueSeSabe, s: SolicitudRetiroIva): Evaluacion {
  const { estado, condiciones, vias } = evaluarVias(sabido, s);
  return { estado, condiciones: [...condiciones, ...condicionesDeLasVias(vias, sabido.rut)] };
}

/**
 * Of the ways in which the law lets somebody leave, the one that is met, or that may still be. When none is, whoever
 * is in the SIMPLE is told why not by each; to whoever is not, the ways of the SIMPLE say nothing.
 */
function condicionesDeLasVias(vias: readonly ViaDeRetiro[], rut: HechosDelRut): Condicion[] {
  const elegida = vias.find((v) => v.estado === 'cumple') ?? vias.find((v) => v.estado === 'no-se-sabe');
  if (elegida) return elegida.condiciones;
  const enElSimple = rut.responsabilidades.includes('47');
  return vias
    .filter((v) => enElSimple || v.id === 'paragrafo-3')
    .flatMap((v) => v.condiciones.map((c) => (v.id === 'paragrafo-3' ? c : { ...c, id: `${v.id}-${c.id}` })));
}

function hechosDelAnio(d: AnioDeclarado): HechosIvaDelAnio {
  const { establecimientos, explotaIntangibles, usuarioAduanero } = d;
  const [ingresos, totales, consignaciones] = [d.ingresos, d.ingresosTotales, d.consignaciones].map((v) =>
    v === undefined ? undefined : BigInt(v),
  );
  return definidos({
    ingresos,
    ingresosTotales: totales,
    consignaciones,
    establecimientos,
    explotaIntangibles,
    usuarioAduanero,
    contratos: d.contratos?.map((c) => ({
      contratante: mismoContratante(c.contratante),
      valor: BigInt(c.valor),
    })),
  });
}

/** «Alcaldía de Chía» and «ALCALDIA DE CHIA.» are one party; so are a NIT with points and without. */
const mismoContratante = (escrito: string): string => plegar(escrito).replace(/[^\p{L}\p{N}]/gu, '');

/** The ways while the questions are being answered. */
const viasAlResponder = (d: Leido): EvaluacionRetiroIva => alResponder(FICHA, evaluarVias)(d);

/** While none of the ways is met and this one may still be, its questions are asked; no question is asked for nothing. */
export const faltaPara =
  (via: ViaDeRetiro['id']) =>
  (d: Leido): boolean => {
    const e = viasAlResponder(d);
    return (
      e.estado !== 'no-cumple' &&
      !e.vias.some((v) => v.estado === 'cumple') &&
      e.vias.find((v) => v.id === via)?.estado === 'no-se-sabe'
    );
  };
