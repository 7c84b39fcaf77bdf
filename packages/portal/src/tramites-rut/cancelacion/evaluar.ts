import { definidos } from '@autogestion/normas/definidos';
import {
  DOCUMENTOS_CANCELACION,
  evaluarCancelacion,
  type Circunstancia,
  type Condicion,
  type EvaluacionCancelacion,
  type HechosCancelacion,
  type Verificacion,
} from '@autogestion/normas/rut';
import { numeracionSegun, type LoQueSeSabe } from '../procedimiento/index.ts';
import { documentoDe } from './documentos.ts';
import { sujetosPosibles } from './sujetos.ts';
import type { SolicitudCancelacion } from './solicitud.ts';

/** The evaluation of normas with the registry, what was declared, the files and what was verified. */
export function evaluar(sabido: LoQueSeSabe, s: SolicitudCancelacion): EvaluacionCancelacion {
  const { rut, quien, actualizado, verificado: v } = sabido;
  const posibles = sujetosPosibles({ rut, quien: quien ?? null });
  const sujeto = s.sujeto ?? (rut.tipoContribuyente === '2' ? 'persona-natural' : 'persona-juridica');
  const e = evaluarCancelacion({
    sujeto,
    documentos: documentosDe(sabido),
    circunstancias: circunstanciasDe(sabido, s),
    estado: rut.estado,
    ...(s.sujeto && s.motivo !== undefined && { causal: s.motivo }),
    ...definidos({ solicitante: quien, actualizado }),
    deudas: v.deudas ?? 'no-verificado',
    deberes: v.deberes ?? 'no-verificado',
    procesosAdministrativos: v['procesos-administrativos'] ?? 'no-verificado',
    procesosJudiciales: v['procesos-judiciales'] ?? 'no-verificado',
    ...numeracionSegun(v.numeracion, s.numeracion),
    ...reporteDe(v['beneficiarios-finales'], s.beneficiariosFinales),
  });
  if (!s.sujeto || posibles.includes(s.sujeto)) return e;
  return { ...e, estado: 'no-cumple', condiciones: [NO_ES_DE_ESO, ...e.condiciones] };
}

const NO_ES_DE_ESO: Condicion = {
  id: 'sujeto',
  estado: 'no-cumple',
  razon: 'El RUT no es de quien dice la solicitud: empiece otra y elija de quién es.',
  articulo: 'DUR 1.6.1.2.18 num. 1',
  certeza: 'norma',
};

/** What has no file may still be brought: nobody is told that it was not. */
function documentosDe({ aportados }: LoQueSeSabe): HechosCancelacion['documentos'] {
  return Object.fromEntries(
    DOCUMENTOS_CANCELACION.filter(({ id }) => aportados.includes(documentoDe(id))).map(({ id }) => [
      id,
      true,
    ]),
  );
}

/** Of two of them the RUT knows: box 24. */
function circunstanciasDe(
  { rut }: LoQueSeSabe,
  s: SolicitudCancelacion,
): Partial<Record<Circunstancia, boolean>> {
  return {
    'persona-natural': rut.tipoContribuyente === '2',
    'persona-juridica': rut.tipoContribuyente === '1',
    ...definidos({
      'sin-animo-de-lucro': s.sinAnimoDeLucro,
      'liquidacion-obligatoria': s.liquidacionObligatoria,
    }),
  };
}

/** The same as of the numbering: believed when it is against oneself, verified when it is not. */
function reporteDe(
  v: Verificacion | undefined,
  dicho: SolicitudCancelacion['beneficiariosFinales'],
): Pick<HechosCancelacion, 'beneficiariosFinales'> {
  if (v === 'hay' || dicho === 'sin-reportar') return { beneficiariosFinales: 'sin-reportar' };
  return v === 'no-hay' ? { beneficiariosFinales: dicho ?? 'no-obligado' } : {};
}
