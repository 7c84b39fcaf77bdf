import { firmarDeclaracion, GLN_DEMOSTRACION, renderizarRecibo490, urlDeQr } from '@autogestion/documentos';
import { conceptoDe } from '@autogestion/normas/estado-de-cuenta';
import { periodoEnLlano } from '@autogestion/normas/calendario';
import type { Recibo490 } from '@autogestion/normas/formularios/490';
import { trabajo, type Trabajo } from '../../plataforma/index.ts';
import { estadoConFecha, nombreDe, versionVigente } from '../../rut/index.ts';
import { emitirDocumento, type TipoDocumento } from '../../sello/index.ts';
import { reciboDe } from './consultas.ts';
import { totalDelRecibo, type Recibo } from './recibo.ts';

/** Kind of document: slip 490. */
export const RECIBO_490 = 'obligaciones.recibo-490';

/** Each slip has one document. */
export const claveDelDocumento = (numero: string): string => `recibo-490:${numero}`;

export const HACER_PDF = 'obligaciones.hacer-pdf-del-recibo';

/** Leaves the PDF of each slip that is issued to be drawn and sealed, once. Form 490 says one concept, year and period. */
export const trabajoHacerPdf = ({ demostracion }: { demostracion: boolean }): Trabajo =>
  trabajo({
    nombre: HACER_PDF,
    async ejecutar({ id: numero }: { id: string }, { enTransaccion }) {
      await enTransaccion(async (trx) => {
        const recibo = await reciboDe(trx, numero);
        const version = recibo && (await versionVigente(trx, recibo.titular));
        if (recibo?.renglones.length !== 1 || !version) return;
        const { nit, dv } = version.registro;
        const { estado, desde } = await estadoConFecha(trx, recibo.titular);
        await emitirDocumento(trx, {
          tipo: RECIBO_490,
          titular: recibo.titular,
          publico: {
            titulo: 'Recibo de pago 490',
            nombre: nombreDe(version.registro),
            fecha: trx.hoy,
            ...{ nit, dv, estado, desde, demostracion },
          },
          contenido: { recibo: numero },
          clave: claveDelDocumento(numero),
          prioridad: 'alguienEspera',
        });
      });
    },
  });

export function tipoRecibo490(urlPublica: string): TipoDocumento {
  return {
    tipo: RECIBO_490,
    nombre: 'Recibo de pago 490',
    nombreArchivo: (d) => `recibo-${d.contenido.recibo ?? d.idPublico}.pdf`,
    async cargar(trx, d) {
      const recibo = await reciboDe(trx, d.contenido.recibo ?? '');
      if (!recibo) throw new Error(`The slip of document ${d.id} does not exist`);
      return recibo;
    },
    async dibujar(cargado, d, autoridad) {
      const recibo = cargado as Recibo;
      const { nit, dv, nombre, estado, fecha, demostracion } = d.publico;
      const declaracion = await firmarDeclaracion(
        { id: d.idPublico, nit, dv, nombre, estado, fecha },
        autoridad.material,
      );
      const casillas = casillasDe(recibo, nit);
      return renderizarRecibo490({
        casillas,
        numero: recibo.numero,
        dia: recibo.paraEl,
        gln: GLN_DEMOSTRACION,
        generadoEn: d.emitidoEn,
        codigo: d.idPublico,
        qr: urlDeQr(urlPublica, d.idPublico, declaracion),
        datos: {
          documento: d.idPublico,
          recibo: recibo.numero,
          paraEl: recibo.paraEl,
          ...Object.fromEntries(Object.entries(casillas).map(([clave, valor]) => [clave, String(valor)])),
        },
        demostracion,
      });
    },
  };
}

function casillasDe(recibo: Recibo, nit: string): Recibo490['casillas'] {
  const [renglon, otro] = recibo.renglones;
  if (!renglon || otro) throw new RangeError('A slip on paper pays one obligation');
  const periodo = periodoEnLlano(renglon.periodo, renglon.anio);
  return {
    nit,
    concepto: conceptoDe(renglon.concepto).nombre,
    anio: String(renglon.anio),
    periodo: renglon.periodo === 'anual' ? 'Anual' : periodo,
    ...(renglon.cuota !== undefined && { cuota: String(renglon.cuota) }),
    valorImpuesto: renglon.capital,
    valorSancion: renglon.sancion,
    valorIntereses: renglon.interes,
    total: totalDelRecibo(recibo),
  };
}
