import { definidos } from '@autogestion/normas/definidos';
import { formatearFecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { ultimoDiaParaInformarElCese, type Numeracion } from '@autogestion/normas/rut';
import { z } from 'zod';
import { CampoFecha, CampoTexto } from '../../interfaz/index.ts';
import { pasosDe, type Datos, type Recorrido } from '../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../plataforma/index.ts';
import { campoFecha, linea } from '../inscripcion/campos.ts';
import { deSiONo, partesDeSiNo, type SiONo } from '../verificados/campos.tsx';
import { hechosAbiertos, type HechosDelBorrador } from '../verificados/hechos-del-rut.ts';
import { pasoDeNumeracion } from '../verificados/numeracion.tsx';
import { pasoDeRespuesta, REVISION } from '../verificados/respuesta.tsx';
import { terminarEn } from '../verificados/terminar.ts';
import { sabidoAlAbrir } from '../verificados/tipo-de-retiro.ts';
import { evaluarSolicitud } from './evaluar-solicitud.ts';
import type { SolicitudCeseIva } from './solicitud.ts';

export const CESE_IVA = 'tramites-rut.cese-iva';

type Respuestas = {
  'vende-gravado': { respuesta: SiONo };
  cese: { fecha: Fecha };
  inventario: { respuesta: SiONo };
  contador: { respuesta: SiONo };
  'nueva-actividad': { actividad: string };
  'nueva-desde': { fecha: Fecha };
  numeracion: { numeracion: Numeracion };
  respuesta: Record<string, never>;
};
type DatosCeseIva = Datos<Respuestas, HechosDelBorrador>;

const paso = pasosDe<Respuestas, HechosDelBorrador>();
const LO_QUE_DEJO = 'Lo que dejó de hacer';
const EL_SOPORTE = 'El soporte';
/** Further back it is a slip of the finger. */
const ATRAS_EN_DIAS = 7_320;
const LARGO_ACTIVIDAD = 200;

/**
 * Questionnaire of who stopped selling what pays IVA, natural person or entity (ET 614; DUR 1.6.1.2.14 par. 4). An
 * answer that makes it impossible ends the questions.
 */
export const recorridoCeseIva = (reloj: Reloj): Recorrido<Respuestas, HechosDelBorrador> => ({
  id: CESE_IVA,
  version: 1,
  titulo: 'Informar que ya no hace nada con IVA',
  diasDeEspera: 30,
  pasos: [...pasosDelCese(reloj), ...pasosDelSoporte(reloj), numeracion, FINAL],
  revision: REVISION,
  terminar: terminarEn(CESE_IVA, solicitudDe),
});

const posible = (d: DatosCeseIva): boolean => evaluar(d).estado !== 'no-cumple';

function hastaHoy(reloj: Reloj, nombre: string) {
  return campoFecha(() => {
    const hoy = reloj.hoy();
    return { nombre, desde: sumarDias(hoy, -ATRAS_EN_DIAS), hasta: hoy };
  });
}

const pasosDelCese = (reloj: Reloj) => [
  paso<'vende-gravado'>({
    slug: 'vende-gravado',
    parte: LO_QUE_DEJO,
    nombre: 'Ventas con IVA',
    pregunta: '¿Todavía vende algo que pague IVA?',
    aplica: posible,
    ...partesDeSiNo<Respuestas, HechosDelBorrador>({
      clave: 'Vende algo con IVA',
      etiqueta: 'Ventas con IVA',
      ayuda:
        'Productos o servicios que se facturan con IVA, también a tarifa 0. Si vende menos pero todavía vende, responda Sí.',
    }),
  }),
  paso<'cese'>({
    slug: 'cese',
    parte: LO_QUE_DEJO,
    nombre: 'Cuándo dejó',
    pregunta: '¿Qué día dejó de vender lo que paga IVA?',
    aplica: posible,
    esquema: hastaHoy(reloj, 'El día en que dejó de vender'),
    pagina: (c) => (
      <>
        <p class="govuk-body">
          Se informa dentro de los 30 días siguientes (ET 614); la oficina entiende que son hábiles. Aunque ya
          hayan pasado, infórmelo: hasta que lo haga sigue debiendo presentar la declaración de IVA.
        </p>
        <CampoFecha {...c.campo.fecha('fecha')} etiqueta="Último día" ayuda="Por ejemplo, 15 1 2026" />
      </>
    ),
    resumen: (v) => {
      const ultimo = ultimoDiaParaInformarElCese(v.fecha);
      const plazo = formatearFecha(ultimo);
      return [
        { clave: 'Dejó de vender con IVA', valor: formatearFecha(v.fecha) },
        {
          clave: 'Plazo para informarlo',
          valor: ultimo < reloj.hoy() ? `Venció el ${plazo}` : `Hasta el ${plazo}`,
        },
      ];
    },
    ejemplos: [{ escrito: { 'fecha-dia': '15', 'fecha-mes': '1', 'fecha-anio': '2026' } }],
  }),
  paso<'inventario'>({
    slug: 'inventario',
    parte: LO_QUE_DEJO,
    nombre: 'Mercancía',
    pregunta: '¿Le queda mercancía por vender?',
    aplica: posible,
    ...partesDeSiNo<Respuestas, HechosDelBorrador>({
      clave: 'Mercancía por vender',
      etiqueta: 'Mercancía por vender',
      ayuda:
        'Productos que compró o hizo para vender y que pagan IVA (DUR 1.6.1.2.14 par. 4). Si presta servicios, responda No.',
    }),
  }),
];

const conContador = ({ respuestas: r }: DatosCeseIva) => r.contador?.respuesta === 'si';
const sinContador = (d: DatosCeseIva) => d.respuestas.contador !== undefined && !conContador(d) && posible(d);

const pasosDelSoporte = (reloj: Reloj) => [
  paso<'contador'>({
    slug: 'contador',
    parte: EL_SOPORTE,
    nombre: 'Contador',
    pregunta: '¿Debe tener contador o revisor fiscal?',
    aplica: posible,
    ...partesDeSiNo<Respuestas, HechosDelBorrador>({
      clave: 'Debe tener contador',
      etiqueta: 'Contador o revisor fiscal',
      ayuda:
        'Si debe tenerlo, adjunta su certificación de que no hay más operaciones con IVA ni mercancía. Si no, basta con lo que usted firma aquí (DUR 1.6.1.2.14 par. 4).',
    }),
  }),
  paso<'nueva-actividad'>({
    slug: 'nueva-actividad',
    parte: EL_SOPORTE,
    nombre: 'Nueva actividad',
    pregunta: '¿A qué se dedica ahora?',
    aplica: sinContador,
    esquema: z.object({
      actividad: linea
        .refine((v) => v.length >= 3, { error: 'Escriba a qué se dedica ahora.' })
        .refine((v) => v.length <= LARGO_ACTIVIDAD, {
          error: `Escríbalo en ${LARGO_ACTIVIDAD} letras o menos.`,
        }),
    }),
    pagina: (c) => (
      <CampoTexto
        {...c.campo.texto('actividad')}
        etiqueta="Su nueva actividad"
        ayuda="Con sus palabras: empleado, cuidado del hogar, pensionado, cultivo café. Si además cambia la actividad de su RUT, actualícelo aparte."
      />
    ),
    resumen: (v) => [{ clave: 'Nueva actividad', valor: v.actividad }],
    ejemplos: [{ escrito: { actividad: 'Empleado de una panadería' } }],
  }),
  paso<'nueva-desde'>({
    slug: 'nueva-desde',
    parte: EL_SOPORTE,
    nombre: 'Desde cuándo',
    pregunta: '¿Desde qué día se dedica a eso?',
    aplica: (d) => sinContador(d) && d.respuestas['nueva-actividad'] !== undefined,
    esquema: hastaHoy(reloj, 'El día en que empezó'),
    pagina: (c) => (
      <CampoFecha {...c.campo.fecha('fecha')} etiqueta="Primer día" ayuda="Por ejemplo, 1 2 2026" />
    ),
    resumen: (v) => [{ clave: 'Se dedica a eso desde el', valor: formatearFecha(v.fecha) }],
    ejemplos: [{ escrito: { 'fecha-dia': '1', 'fecha-mes': '2', 'fecha-anio': '2026' } }],
  }),
];

const numeracion = paso<'numeracion'>({
  ...pasoDeNumeracion<Respuestas, HechosDelBorrador>(
    'Antes de pedirlo hay que inhabilitar los que no se usaron (DUR 1.6.1.2.14 par. 4 inc. 3).',
  ),
  aplica: posible,
});

/** What has been answered until now, as it would be signed. */
export function solicitudDe(d: DatosCeseIva): SolicitudCeseIva {
  const { respuestas: r } = d;
  const [vende, queda, contador] = [r['vende-gravado'], r.inventario, r.contador].map(deSiONo);
  const [nueva, desde] = [r['nueva-actividad'], r['nueva-desde']];
  return {
    ...definidos({
      vendeGravado: vende,
      cese: r.cese?.fecha,
      inventarioPorVender: queda,
      obligadoAContador: contador,
    }),
    ...(nueva &&
      desde &&
      contador === false && { nuevaActividad: { cual: nueva.actividad, desde: desde.fecha } }),
    ...definidos({ numeracion: r.numeracion?.numeracion }),
  };
}

function evaluar(d: DatosCeseIva) {
  return evaluarSolicitud(
    { ...sabidoAlAbrir(hechosAbiertos(d)), aportados: [], numeracion: undefined },
    solicitudDe(d),
  );
}

const FINAL = paso<'respuesta'>(
  pasoDeRespuesta({
    evaluar,
    que: 'dejar de ser responsable de IVA por cese',
    mientras: 'Sigue siendo responsable: cobre y declare el IVA.',
  }),
);
