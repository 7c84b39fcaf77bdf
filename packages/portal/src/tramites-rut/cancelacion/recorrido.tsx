import { definidos } from '@autogestion/normas/definidos';
import { causalesPara, type Numeracion, type SujetoDelRut } from '@autogestion/normas/rut';
import { z } from 'zod';
import { Radios } from '../../interfaz/index.ts';
import { pasosDe, type Datos, type Paso, type Recorrido } from '../../interfaz/recorrido/index.ts';
import { linea, unaDe } from '../inscripcion/campos.ts';
import { deSiONo, partesDeSiNo, SIN_RESPUESTA, type SiONo } from '../verificados/campos.tsx';
import { hechosAbiertos, type HechosDelBorrador } from '../verificados/hechos-del-rut.ts';
import { LO_QUE_SE_REVISA, pasoDeNumeracion } from '../verificados/numeracion.tsx';
import { pasoDeRespuesta, REVISION } from '../verificados/respuesta.tsx';
import { terminarEn } from '../verificados/terminar.ts';
import { sabidoAlAbrir } from '../verificados/tipo-de-retiro.ts';
import { dependeDe, listasDeDocumentos } from './documentos.ts';
import { evaluarSolicitud } from './evaluar-solicitud.ts';
import { Documentos, EnVezDeCancelar } from './piezas.tsx';
import {
  BENEFICIARIOS,
  causalDe,
  esSinCausal,
  NOMBRE_DE_BENEFICIARIOS,
  NOMBRE_SIN_CAUSAL,
  SIN_CAUSAL,
  type SolicitudCancelacion,
} from './solicitud.ts';
import { NOMBRE_DE_SUJETO, SUJETOS, sujetosPosibles } from './sujetos.ts';

export const CANCELACION = 'tramites-rut.cancelacion';

type Respuestas = {
  sujeto: { sujeto: SujetoDelRut };
  motivo: { motivo: string };
  'sin-animo-de-lucro': { respuesta: SiONo };
  'liquidacion-obligatoria': { respuesta: SiONo };
  opcion: { opcion: number };
  documentos: Record<string, never>;
  numeracion: { numeracion: Numeracion };
  beneficiarios: { beneficiarios: (typeof BENEFICIARIOS)[number] };
  respuesta: Record<string, never>;
};
type DatosCancelacion = Datos<Respuestas, HechosDelBorrador>;

const paso = pasosDe<Respuestas, HechosDelBorrador>();
const RAZON = 'La razón';
/** Whom nobody asks about final beneficiaries: they are those of legal persons and of what has no personality (ET 631-6). */
const SIN_BENEFICIARIOS: readonly SujetoDelRut[] = ['persona-natural', 'sucesion'];

/**
 * Questionnaire of the cancellation on request (DUR 1.6.1.2.18 num. 1, .19, .28 and .29): whose registration it is, the
 * cause, what its documents depend on, and what is known to stand in the way. Without a cause nothing more is asked.
 */
export const recorridoCancelacion = (): Recorrido<Respuestas, HechosDelBorrador> => ({
  id: CANCELACION,
  version: 1,
  titulo: 'Cancelar el RUT',
  diasDeEspera: 30,
  pasos: [pasoDelSujeto(), pasoDelMotivo(), ...pasosDeLosDocumentos(), ...pasosDeLoQueFalta(), FINAL],
  revision: REVISION,
  terminar: terminarEn(CANCELACION, solicitudDe),
});

const posible = (d: DatosCancelacion): boolean => evaluar(d).estado !== 'no-cumple';

const pasoDelSujeto = () =>
  paso<'sujeto'>({
    slug: 'sujeto',
    parte: RAZON,
    nombre: 'De quién es el RUT',
    pregunta: '¿De quién es este RUT?',
    aplica: posible,
    esquema: z.object({ sujeto: unaDe(SUJETOS, 'Elija de quién es el RUT.') }),
    cumplido: ({ respuestas: r, hechos }) =>
      r.sujeto !== undefined && sujetosPosibles(hechosAbiertos({ hechos })).includes(r.sujeto.sujeto),
    pagina: (c) => (
      <Radios
        {...c.campo.texto('sujeto')}
        etiqueta="De quién es"
        opciones={sujetosPosibles(hechosAbiertos(c.datos)).map((s) => ({
          valor: s,
          texto: NOMBRE_DE_SUJETO[s],
        }))}
      />
    ),
    resumen: (v) => [{ clave: 'De quién es el RUT', valor: NOMBRE_DE_SUJETO[v.sujeto] }],
    alGuardar: async (c, v) =>
      sujetosPosibles(hechosAbiertos(c.datos)).includes(v.sujeto)
        ? { tipo: 'guardado' }
        : { tipo: 'rechazado', campos: { sujeto: 'Este RUT no es de eso. Elija una de las opciones.' } },
    ejemplos: (d) => sujetosPosibles(hechosAbiertos(d)).map((sujeto) => ({ escrito: { sujeto } })),
  });

/** Causes of that holder, and the reasons that are none. Only somebody alive asks because they stopped working. */
function motivosDe(d: DatosCancelacion): { valor: string; texto: string; ayuda?: string }[] {
  const sujeto = d.respuestas.sujeto?.sujeto;
  if (!sujeto) return [];
  const otros = sujeto === 'persona-natural' ? SIN_CAUSAL : (['otra'] as const);
  return [
    ...causalesPara(sujeto).map((c) => ({
      valor: c.codigo,
      texto: c.nombre,
      ayuda: `Literal ${c.codigo} del artículo 1.6.1.2.18`,
    })),
    ...otros.map((valor) => ({ valor, texto: NOMBRE_SIN_CAUSAL[valor] })),
  ];
}

const FALTA_OPCION = 'Elija una de las opciones.';
const FALTA_MOTIVO = 'Elija una de las razones.';

const pasoDelMotivo = () =>
  paso<'motivo'>({
    slug: 'motivo',
    parte: RAZON,
    nombre: 'Razón',
    pregunta: '¿Por qué se pide cancelarlo?',
    aplica: (d) => d.respuestas.sujeto !== undefined && posible(d),
    esquema: z.object({ motivo: linea.refine((v) => /^[a-z-]{1,30}$/.test(v), { error: FALTA_MOTIVO }) }),
    cumplido: (d) => motivosDe(d).some((m) => m.valor === d.respuestas.motivo?.motivo),
    pagina: (c) => (
      <Radios
        {...c.campo.texto('motivo')}
        etiqueta="Razón"
        ayuda="El RUT solo se cancela por una de las causales de la norma (DUR 1.6.1.2.18)."
        opciones={motivosDe(c.datos)}
      />
    ),
    resumen: (v, d) => [
      { clave: 'Razón', valor: motivosDe(d).find((m) => m.valor === v.motivo)?.texto ?? v.motivo },
    ],
    alGuardar: async (c, v) =>
      motivosDe(c.datos).some((m) => m.valor === v.motivo)
        ? { tipo: 'guardado' }
        : { tipo: 'rechazado', campos: { motivo: FALTA_MOTIVO } },
    ejemplos: (d) => motivosDe(d).map(({ valor }) => ({ escrito: { motivo: valor } })),
  });

function pasosDeLosDocumentos(): Paso<Respuestas, HechosDelBorrador>[] {
  return [
    paso<'sin-animo-de-lucro'>({
      slug: 'sin-animo-de-lucro',
      parte: 'Los documentos',
      nombre: 'Sin ánimo de lucro',
      pregunta: '¿Es una entidad sin ánimo de lucro?',
      aplica: (d) => dependeDe(solicitudDe(d), 'sin-animo-de-lucro') && posible(d),
      ...partesDeSiNo<Respuestas, HechosDelBorrador>({
        clave: 'Sin ánimo de lucro',
        etiqueta: 'Sin ánimo de lucro',
        ayuda: 'Fundación, asociación, corporación o parecida.',
      }),
    }),
    paso<'liquidacion-obligatoria'>({
      slug: 'liquidacion-obligatoria',
      parte: 'Los documentos',
      nombre: 'Liquidación del contrato',
      pregunta: '¿El contrato con la entidad que los contrató debía liquidarse?',
      aplica: (d) => dependeDe(solicitudDe(d), 'liquidacion-obligatoria') && posible(d),
      ...partesDeSiNo<Respuestas, HechosDelBorrador>({
        clave: 'El contrato debía liquidarse',
        etiqueta: 'Liquidación del contrato',
        ayuda: 'Si el contrato se adjudicó y no se ejecutó, responda No.',
      }),
    }),
    paso<'opcion'>({
      slug: 'opcion',
      parte: 'Los documentos',
      nombre: 'Documentos que tiene',
      pregunta: '¿Cuáles de estos documentos tiene?',
      aplica: (d) => listasDeDocumentos(solicitudDe(d)).length > 1 && posible(d),
      esquema: z.object({
        opcion: linea.refine((v) => /^[1-9]$/.test(v), { error: FALTA_OPCION }).transform(Number),
      }),
      cumplido: (d) => (d.respuestas.opcion?.opcion ?? 0) <= listasDeDocumentos(solicitudDe(d)).length,
      pagina: (c) => (
        <Radios
          {...c.campo.texto('opcion')}
          etiqueta="Documentos"
          ayuda="Basta una de las opciones (DUR 1.6.1.2.19)."
          opciones={listasDeDocumentos(solicitudDe(c.datos)).map((lista, i) => ({
            valor: String(i + 1),
            texto: lista.map((x) => x.nombre).join('; y '),
          }))}
        />
      ),
      alGuardar: async (c, v) =>
        v.opcion <= listasDeDocumentos(solicitudDe(c.datos)).length
          ? { tipo: 'guardado' }
          : { tipo: 'rechazado', campos: { opcion: FALTA_OPCION } },
      ejemplos: (d) =>
        listasDeDocumentos(solicitudDe(d)).map((_, i) => ({ escrito: { opcion: String(i + 1) } })),
    }),
    paso<'documentos'>({
      slug: 'documentos',
      parte: 'Los documentos',
      nombre: 'Documentos',
      pregunta: 'Los documentos que va a necesitar',
      aplica: (d) => causalDe(solicitudDe(d)) !== undefined && posible(d),
      esquema: SIN_RESPUESTA,
      pagina: (c) => <Documentos solicitud={solicitudDe(c.datos)} />,
      ejemplos: [{ escrito: {} }],
    }),
  ];
}

function pasosDeLoQueFalta(): Paso<Respuestas, HechosDelBorrador>[] {
  return [
    paso<'numeracion'>({
      ...pasoDeNumeracion<Respuestas, HechosDelBorrador>(
        'Antes de pedir la cancelación hay que inhabilitar los que no se usaron (DUR 1.6.1.2.28 num. 4).',
      ),
      aplica: posible,
    }),
    paso<'beneficiarios'>({
      slug: 'beneficiarios',
      parte: LO_QUE_SE_REVISA,
      nombre: 'Beneficiarios finales',
      pregunta: '¿Reportó los beneficiarios finales (RUB)?',
      aplica: (d) => {
        const sujeto = d.respuestas.sujeto?.sujeto;
        return sujeto !== undefined && !SIN_BENEFICIARIOS.includes(sujeto) && posible(d);
      },
      esquema: z.object({ beneficiarios: unaDe(BENEFICIARIOS, 'Diga si los reportó.') }),
      pagina: (c) => (
        <Radios
          {...c.campo.texto('beneficiarios')}
          etiqueta="Beneficiarios finales"
          ayuda="Son las personas que al final tienen o controlan la entidad (ET 631-6)."
          opciones={BENEFICIARIOS.map((valor) => ({ valor, texto: NOMBRE_DE_BENEFICIARIOS[valor] }))}
        />
      ),
      resumen: (v) => [{ clave: 'Beneficiarios finales', valor: NOMBRE_DE_BENEFICIARIOS[v.beneficiarios] }],
      ejemplos: BENEFICIARIOS.map((beneficiarios) => ({ escrito: { beneficiarios } })),
    }),
  ];
}

/** What has been answered until now, as it would be signed. */
export function solicitudDe(d: DatosCancelacion): SolicitudCancelacion {
  const { respuestas: r } = d;
  const sinAnimo = deSiONo(r['sin-animo-de-lucro']);
  const liquidacion = deSiONo(r['liquidacion-obligatoria']);
  return {
    tipoContribuyente: hechosAbiertos(d).rut.tipoContribuyente,
    ...definidos({
      sujeto: r.sujeto?.sujeto,
      motivo: r.motivo?.motivo,
      sinAnimoDeLucro: sinAnimo,
      liquidacionObligatoria: liquidacion,
      opcion: r.opcion?.opcion,
      numeracion: r.numeracion?.numeracion,
      beneficiariosFinales: r.beneficiarios?.beneficiarios,
    }),
  };
}

const evaluar = (d: DatosCancelacion) =>
  evaluarSolicitud({ ...sabidoAlAbrir(hechosAbiertos(d)), verificado: {}, aportados: [] }, solicitudDe(d));

const comun = pasoDeRespuesta<DatosCancelacion>({
  evaluar,
  que: 'la cancelación del RUT',
  mientras: 'Su RUT sigue igual.',
});
const FINAL = paso<'respuesta'>({
  ...comun,
  pregunta: (d) =>
    posible(d) ? 'Puede pedir la cancelación del RUT' : 'Por ahora este RUT no se puede cancelar',
  pagina: (c) => {
    const motivo = c.datos.respuestas.motivo?.motivo;
    return (
      <>
        {comun.pagina(c)}
        {motivo && esSinCausal(motivo) ? <EnVezDeCancelar motivo={motivo} /> : null}
      </>
    );
  },
});
