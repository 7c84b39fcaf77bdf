import { firmarDeclaracion, renderizarActa, urlDeQr, type Presentacion } from '@autogestion/documentos';
import { formatearPesos } from '@autogestion/normas/dinero';
import { CON_GARANTIA, INCUMPLIMIENTO, SIN_GARANTIA } from '@autogestion/normas/facilidad';
import { formatearFecha, formatearFechaHora } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import type { Transaccion } from '../../plataforma/index.ts';
import { contactoDeTitular, estadoDeTitular, nombreDe, versionVigente } from '../../rut/index.ts';
import { emitirDocumento, type Documento, type TipoDocumento } from '../../sello/index.ts';
import { facilidadPorIdPublico, type Facilidad } from './consultas.ts';
import { PAZ_DE_FACILIDAD, RESOLUCION } from './identificador.ts';
import { seccionesDelPlan } from './solicitud.ts';

interface Clase {
  tipo: string;
  nombre: string;
  titulo: string;
  archivo: string;
  destacado: (f: Facilidad) => { rotulo: string; valor: string };
  secciones: (f: Facilidad) => Presentacion['secciones'];
  fundamento: (f: Facilidad) => string;
  correo: (f: Facilidad) => { asunto: string; texto: string };
}

const conceder: Clase = {
  tipo: RESOLUCION,
  nombre: 'Resolución que concede una facilidad de pago',
  titulo: 'Resolución que concede la facilidad de pago',
  archivo: 'facilidad',
  destacado: (f) => ({
    rotulo: 'Se concede',
    valor: `Pagar ${formatearPesos(f.deuda)} en ${cuantasCuotas(f)}`,
  }),
  secciones: (f) => [
    {
      titulo: 'Lo que se decide',
      parrafos: [
        `La oficina concede pagar por cuotas lo que se debía el ${formatearFecha(f.inicio)}, como se pidió con el radicado ${f.radicado}.`,
        f.porFuncionario
          ? 'La decidió un funcionario.'
          : 'La decidió la oficina de una vez, porque se cumplen todas las condiciones que tiene publicadas para hacerlo sola.',
      ],
    },
    ...seccionesDelPlan(comoSeFirmo(f)),
    {
      titulo: 'Si no se paga',
      parrafos: [
        `Una cuota que no se paga completa en su día, u otra obligación que venza después y no se pague, permite dejar la facilidad sin efecto (${articuloDelIncumplimiento(f)}).`,
        'Los intereses de mora corren cada día sobre el impuesto que falte, con la tasa de cada mes (ET 634 y 635).',
      ],
    },
  ],
  fundamento: (f) => (f.garantia ? CON_GARANTIA.norma : SIN_GARANTIA.norma),
  correo: (f) => ({
    asunto: `Su facilidad de pago quedó concedida: ${f.radicado}`,
    texto: `La oficina le concedió pagar ${formatearPesos(f.deuda)} en ${cuantasCuotas(f)}. Adjuntamos la resolución: dice cuánto paga y hasta qué día.`,
  }),
};

const cerrar: Clase = {
  tipo: PAZ_DE_FACILIDAD,
  nombre: 'Constancia de facilidad pagada',
  titulo: 'Constancia: la facilidad de pago está pagada',
  archivo: 'facilidad-pagada',
  destacado: (f) => ({ rotulo: 'Pagada', valor: `Facilidad ${f.radicado}` }),
  secciones: (f) => [
    {
      titulo: 'Lo que consta',
      parrafos: [
        `El ${formatearFecha(f.fin?.dia ?? f.concedidaEl)} estaban pagadas todas las cuotas de la facilidad de pago ${f.radicado}, concedida el ${formatearFecha(f.concedidaEl)}.`,
      ],
    },
    ...seccionesDelPlan(comoSeFirmo(f)),
  ],
  fundamento: () => 'ET 814',
  correo: (f) => ({
    asunto: `Terminó de pagar su facilidad ${f.radicado}`,
    texto:
      'Pagó todas las cuotas de su facilidad de pago. Adjuntamos la constancia. No tiene que hacer nada más.',
  }),
};

const cuantasCuotas = (f: Facilidad): string => {
  const n = f.cuotas.filter((c) => c.numero > 0).length;
  const con = f.cuotas.some((c) => c.numero === 0) ? ', además de la inicial' : '';
  return `${n === 1 ? 'una cuota' : `${n} cuotas`}${con}`;
};

const articuloDelIncumplimiento = (f: Facilidad): string =>
  f.garantia ? INCUMPLIMIENTO.conGarantia : INCUMPLIMIENTO.sinGarantia;

/** What was granted, in the shape in which it was signed. */
export const comoSeFirmo = (f: Facilidad): Parameters<typeof seccionesDelPlan>[0] => ({
  inicio: f.inicio,
  periodicidad: f.periodicidad,
  ...(f.garantia && { garantia: f.garantia }),
  deudas: f.deudas.map((d) => ({ id: d.idPublico, nombre: d.nombre, vence: d.vence, ...enteros(d) })),
  cuotas: f.cuotas.map((c) => ({
    numero: c.numero,
    fecha: c.fecha,
    capital: Number(c.capital),
    interes: Number(c.interes),
    total: Number(c.total),
    saldo: Number(c.saldo),
    abonos: c.abonos.map((a) => ({ deuda: a.idPublico, ...enteros(a) })),
  })),
  deuda: Number(f.deuda),
  intereses: Number(f.intereses),
  total: Number(f.deuda + f.intereses),
});

const enteros = (m: { impuesto: bigint; sancion: bigint; interes: bigint }) => ({
  impuesto: Number(m.impuesto),
  sancion: Number(m.sancion),
  interes: Number(m.interes),
});

const claveDe = (tipo: string, f: Pick<Facilidad, 'idPublico'>) => `${tipo}:${f.idPublico}`;
export const claveDeResolucion = (f: Pick<Facilidad, 'idPublico'>): string => claveDe(RESOLUCION, f);
export const claveDeCierre = (f: Pick<Facilidad, 'idPublico'>): string => claveDe(PAZ_DE_FACILIDAD, f);

async function emitir(trx: Transaccion, c: Clase, f: Facilidad, demostracion: boolean): Promise<void> {
  const version = await versionVigente(trx, f.titular);
  if (!version) throw new Error('Whoever has a facility has a RUT');
  const { nit, dv } = version.registro;
  await emitirDocumento(trx, {
    tipo: c.tipo,
    titular: f.titular,
    publico: {
      titulo: c.titulo,
      nit,
      dv,
      nombre: nombreDe(version.registro),
      estado: await estadoDeTitular(trx, f.titular),
      fecha: trx.hoy,
      demostracion,
    },
    contenido: { facilidad: f.idPublico, radicado: f.radicado },
    clave: claveDe(c.tipo, f),
    prioridad: 'alguienEspera',
  });
}

export const emitirResolucion = (trx: Transaccion, f: Facilidad, demostracion: boolean): Promise<void> =>
  emitir(trx, conceder, f, demostracion);
export const emitirCierre = (trx: Transaccion, f: Facilidad, demostracion: boolean): Promise<void> =>
  emitir(trx, cerrar, f, demostracion);

async function cargar(trx: Transaccion, d: Documento): Promise<Facilidad> {
  const f = await facilidadPorIdPublico(trx, d.contenido.facilidad ?? '');
  if (!f) throw new Error(`The facility of document ${d.id} does not exist`);
  return f;
}

const tipoDe = (c: Clase, urlPublica: string): TipoDocumento => ({
  tipo: c.tipo,
  nombre: c.nombre,
  nombreArchivo: (d) => `${c.archivo}-${d.contenido.radicado ?? d.idPublico}.pdf`,
  cargar,
  async carta(trx, d) {
    const f = await cargar(trx, d);
    const contacto = await contactoDeTitular(trx, f.titular);
    if (!contacto) return undefined;
    const { asunto, texto } = c.correo(f);
    const comprobar = `Quien reciba el documento puede comprobarlo en ${urlPublica}/verificar/${d.idPublico}`;
    return {
      destino: contacto.correo,
      asunto,
      texto: `${texto}\n\n${comprobar}`,
      nombre: `${c.archivo}-${f.radicado}.pdf`,
    };
  },
  async dibujar(cargado, d, autoridad) {
    const f = cargado as Facilidad;
    const { nit, dv, nombre, estado, fecha, demostracion } = d.publico;
    const declaracion = await firmarDeclaracion(
      { id: d.idPublico, nit, dv, nombre, estado, fecha },
      autoridad.material,
    );
    return renderizarActa({
      presentacion: { titulo: c.titulo, secciones: [...c.secciones(f)] },
      destacado: {
        ...c.destacado(f),
        filas: [
          { clave: 'De', valor: `${nombre}, NIT ${formatearNit(nit, dv)}` },
          { clave: 'Radicado', valor: `${f.radicado}, del ${formatearFecha(f.inicio)}` },
        ],
      },
      rotulos: {
        asunto: c.nombre,
        cierre: 'Quién decide',
        explicacion:
          'El sello de la oficina cubre todo el documento. Quien lo reciba puede comprobarlo con el código QR, con el archivo o sin conexión.',
      },
      firma: [
        { clave: 'Fundamento', valor: c.fundamento(f) },
        { clave: 'Fecha y hora', valor: `${formatearFechaHora(d.emitidoEn)}, hora de Colombia` },
      ],
      adjuntos: [],
      generadoEn: d.emitidoEn,
      codigo: d.idPublico,
      qr: urlDeQr(urlPublica, d.idPublico, declaracion),
      demostracion,
    });
  },
});

export const documentosDeFacilidad = (urlPublica: string): TipoDocumento[] => [
  tipoDe(conceder, urlPublica),
  tipoDe(cerrar, urlPublica),
];
