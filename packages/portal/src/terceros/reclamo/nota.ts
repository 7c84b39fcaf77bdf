import { firmarDeclaracion, renderizarActa, urlDeQr, type Presentacion } from '@autogestion/documentos';
import { formatearPesos } from '@autogestion/normas/dinero';
import { formatearFecha, formatearFechaHora } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import { errores, type Transaccion } from '../../plataforma/index.ts';
import { estadoDeTitular, nombreDe, versionVigente } from '../../rut/index.ts';
import { documentoDeClave, emitirDocumento, type Documento, type TipoDocumento } from '../../sello/index.ts';
import { reclamoInterno, type Reclamo } from './consultas.ts';
import { MOTIVOS } from './motivos.ts';
import { HECHO_EN_PALABRAS, NOMBRE_DE_ESTADO } from './palabras.ts';

export const NOTA = 'terceros.nota-de-diferencia';

/** One for each thing that happened: what it says does not change afterwards. */
const claveDe = ({ idPublico, sucesos, estado }: Reclamo): string =>
  `${NOTA}:${idPublico}:${sucesos.length}:${estado}`;

/** The note of today, if it was asked for. */
export const notaDe = (trx: Transaccion, r: Reclamo): Promise<Documento | undefined> =>
  documentoDeClave(trx, r.titular, claveDe(r));

/** What somebody said of what others reported, with its dates and its files, for whoever asks them about the difference. */
export async function pedirNota(
  trx: Transaccion,
  { r, demostracion }: { r: Reclamo; demostracion: boolean },
): Promise<Documento> {
  const version = await versionVigente(trx, r.titular);
  if (!version) throw errores.noEncontrado();
  const { nit, dv } = version.registro;
  return emitirDocumento(trx, {
    tipo: NOTA,
    titular: r.titular,
    publico: {
      titulo: 'Diferencia con lo que otro reportó',
      nit,
      dv,
      nombre: nombreDe(version.registro),
      estado: await estadoDeTitular(trx, r.titular),
      fecha: trx.hoy,
      demostracion,
    },
    contenido: { reclamo: r.id, radicado: r.radicado },
    clave: claveDe(r),
    enElPedido: true,
    prioridad: 'alguienEspera',
  });
}

/** What it says, without who says it. */
const presentarReclamo = (r: Reclamo): Presentacion => ({
  titulo: `Reclamo ${r.radicado}: esto no es así`,
  secciones: [
    {
      titulo: 'Lo que se reportó',
      parrafos: [...r.uso.frases, r.uso.adicional],
      filas: r.uso.datos.map((d) => ({ clave: d.detalle, valor: formatearPesos(BigInt(d.valor)) })),
    },
    { titulo: 'Por qué no es así', parrafos: [`${MOTIVOS[r.motivo]}.`, ...r.relato.split('\n')] },
    {
      titulo: 'Soportes',
      ...(r.pruebas.length === 0
        ? { parrafos: ['No se adjuntaron archivos.'] }
        : { filas: r.pruebas.map((p) => ({ clave: p.nombre, valor: `SHA-256 ${p.hash}` })) }),
    },
    {
      titulo: 'Lo que pasó',
      filas: [
        { clave: formatearFecha(r.dia), valor: `Se abrió el reclamo ${r.radicado}` },
        ...r.sucesos.map((s) => ({
          clave: formatearFecha(s.dia),
          valor: `${HECHO_EN_PALABRAS[s.hecho]}${s.texto === null ? '' : `: ${s.texto}`}`,
        })),
        { clave: 'Estado', valor: NOMBRE_DE_ESTADO[r.estado].nombre },
      ],
    },
  ],
});

async function cargar(trx: Transaccion, d: Documento): Promise<Reclamo> {
  const r = await reclamoInterno(trx, d.contenido.reclamo ?? '');
  if (!r) throw new Error(`What document ${d.id} is about does not exist`);
  return r;
}

export const tipoNota = (urlPublica: string): TipoDocumento => ({
  tipo: NOTA,
  nombre: 'Nota de diferencia con lo reportado',
  nombreArchivo: (d) => `diferencia-${d.contenido.radicado ?? d.idPublico}.pdf`,
  cargar,
  async dibujar(cargado, d, autoridad) {
    const r = cargado as Reclamo;
    const { nit, dv, nombre, estado, fecha, demostracion } = d.publico;
    const declaracion = await firmarDeclaracion(
      { id: d.idPublico, nit, dv, nombre, estado, fecha },
      autoridad.material,
    );
    return renderizarActa({
      presentacion: presentarReclamo(r),
      destacado: {
        rotulo: 'Del año',
        valor: String(r.anio),
        filas: [
          { clave: 'Quien dice que no es así', valor: `${nombre}, NIT ${formatearNit(nit, dv)}` },
          {
            clave: 'Quien lo reportó',
            valor: `${r.reporte.informante.nombre}, NIT ${formatearNit(r.reporte.informante.nit)}`,
          },
        ],
      },
      rotulos: {
        asunto: 'Nota de diferencia con lo reportado',
        cierre: 'Qué es este documento',
        explicacion:
          'Consta lo que la persona dijo y lo que respondió quien reportó, con sus fechas. No decide quién tiene razón. El sello de la oficina cubre todo el documento.',
      },
      firma: [
        { clave: 'Radicado', valor: r.radicado },
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
