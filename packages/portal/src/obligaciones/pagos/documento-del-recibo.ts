import {
  firmarDeclaracion,
  GLN_DEMOSTRACION,
  renderizarRecibo490,
  renderizarReciboDeVarias,
  urlDeQr,
} from '@autogestion/documentos';
import { conceptoDe, obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import { periodoEnLlano } from '@autogestion/normas/calendario';
import type { Recibo490 } from '@autogestion/normas/formularios/490';
import { trabajo, type Trabajo } from '../../plataforma/index.ts';
import { estadoConFecha, nombreDe, versionVigente } from '../../rut/index.ts';
import { emitirDocumento, type TipoDocumento } from '../../sello/index.ts';
import { reciboDe } from './consultas.ts';
import { montosDelRecibo, totalDelRecibo, totalDeRenglon, type Montos, type Recibo } from './recibo.ts';

/** Kind of document: slip 490. */
export const RECIBO_490 = 'obligaciones.recibo-490';

/** Each slip has one document. */
export const claveDelDocumento = (numero: string): string => `recibo-490:${numero}`;

export const HACER_PDF = 'obligaciones.hacer-pdf-del-recibo';

/** Leaves the PDF of each slip that is issued to be drawn and sealed, once. */
export const trabajoHacerPdf = ({ demostracion }: { demostracion: boolean }): Trabajo =>
  trabajo({
    nombre: HACER_PDF,
    async ejecutar({ id: numero }: { id: string }, { enTransaccion }) {
      await enTransaccion(async (trx) => {
        const recibo = await reciboDe(trx, numero);
        const version = recibo && (await versionVigente(trx, recibo.titular));
        if (!recibo || !version) return;
        const { nit, dv } = version.registro;
        const { estado, desde } = await estadoConFecha(trx, recibo.titular);
        await emitirDocumento(trx, {
          tipo: RECIBO_490,
          titular: recibo.titular,
          publico: {
            titulo: tituloDe(recibo),
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

/** What was read of form 490 is that it pays one concept: a slip of several debts is not called so. */
const tituloDe = ({ renglones }: Recibo): string =>
  renglones.length === 1 ? 'Recibo de pago 490' : 'Recibo de pago de varias deudas';

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
      const comun = {
        numero: recibo.numero,
        dia: recibo.paraEl,
        gln: GLN_DEMOSTRACION,
        generadoEn: d.emitidoEn,
        codigo: d.idPublico,
        qr: urlDeQr(urlPublica, d.idPublico, declaracion),
        demostracion,
      };
      const datos = { documento: d.idPublico, recibo: recibo.numero, paraEl: recibo.paraEl };
      const [renglon, ...otros] = recibo.renglones;
      if (!renglon) throw new RangeError('A slip pays something');
      const total = totalDelRecibo(recibo);
      if (otros.length === 0) {
        const casillas = { nit, ...cualEs(renglon), ...enCasillas(renglon), total };
        return renderizarRecibo490({ ...comun, casillas, datos: { ...datos, ...enTexto(casillas) } });
      }
      const casillas = {
        nit,
        cuantas: String(recibo.renglones.length),
        ...enCasillas(montosDelRecibo(recibo)),
        total,
      };
      const deudas = recibo.renglones.map((r) => ({
        nombre: obligacionEnPalabras(r.concepto, r.anio, r.periodo),
        casillas: {
          ...cualEs(r),
          ...{ deImpuesto: r.capital, deSancion: r.sancion, deIntereses: r.interes },
          deTodo: totalDeRenglon(r),
        },
      }));
      return renderizarReciboDeVarias({
        ...comun,
        ...{ casillas, deudas },
        datos: { ...datos, ...enTexto(casillas), deudas: deudas.map((una) => enTexto(una.casillas)) },
      });
    },
  };
}

type Casillas = Recibo490['casillas'];

const cualEs = (r: Recibo['renglones'][number]): Casillas => ({
  concepto: conceptoDe(r.concepto).nombre,
  anio: String(r.anio),
  periodo: r.periodo === 'anual' ? 'Anual' : periodoEnLlano(r.periodo, r.anio),
  ...(r.cuota !== undefined && { cuota: String(r.cuota) }),
});

const enCasillas = ({ capital, sancion, interes }: Montos): Casillas => ({
  valorImpuesto: capital,
  valorSancion: sancion,
  valorIntereses: interes,
});

const enTexto = (casillas: Casillas) =>
  Object.fromEntries(Object.entries(casillas).map(([clave, valor]) => [clave, String(valor)]));
