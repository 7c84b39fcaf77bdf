import type { FilaPresentada, SeccionPresentada } from '@autogestion/documentos';
import { formatearPesos } from '@autogestion/normas/dinero';
import { obligacionEnPalabras, type EstadoDeCuenta } from '@autogestion/normas/estado-de-cuenta';
import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { conMayuscula } from '@autogestion/normas/texto';

import type { Documento, TipoDocumento } from '../../sello/index.ts';
import { huellaDe, leerLibro, leerLibroDe, leerLibroDelCertificado, type Libro } from '../libro/index.ts';
import type { Transaccion } from '../../plataforma/index.ts';
import { dibujarCertificado, type Certificado } from './dibujar.ts';
import {
  facilidadesCertificadas,
  facilidadesDeHoy,
  seccionDeFacilidades,
  type FacilidadCertificada,
} from './facilidades.ts';
import { loQueDebe } from './lo-que-debe.ts';

/** Kind of document: paz y salvo where nothing is owed; otherwise, what is. The same day and cut, the same for ever. */
export const ESTADO_A_UNA_FECHA = 'obligaciones.estado-a-una-fecha';

const PAZ_Y_SALVO = 'Paz y salvo';
const CON_SALDOS = 'Estado de obligaciones a una fecha';

/** What is certified of a day with what the office knows now. */
export async function certificarEstado(trx: Transaccion, al: Fecha): Promise<Certificado> {
  const libro = await leerLibro(trx);
  const { pazYSalvo, total } = loQueDebe(libro, al);
  const corte = String(libro.corte);
  return {
    tipo: ESTADO_A_UNA_FECHA,
    titulo: pazYSalvo ? PAZ_Y_SALVO : CON_SALDOS,
    estado: pazYSalvo ? 'a paz y salvo' : total > 0n ? 'con saldos' : 'sin saldos conocidos',
    certifica: { frase: frase(al, pazYSalvo, total), al, corte },
  };
}

function frase(al: Fecha, pazYSalvo: boolean, total: bigint): string {
  const dia = `El ${formatearFecha(al)}`;
  if (pazYSalvo) return `${dia} no debía nada de lo registrado en esta oficina.`;
  if (total > 0n) return `${dia} debía ${formatearPesos(total)}.`;
  return `${dia} no debía nada con las cifras que se conocen; no es un paz y salvo, porque falta alguna.`;
}

export function tipoEstadoAUnaFecha(urlPublica: string): TipoDocumento {
  return {
    tipo: ESTADO_A_UNA_FECHA,
    nombre: CON_SALDOS,
    nombreArchivo: (d) =>
      `${d.publico.titulo === PAZ_Y_SALVO ? 'paz-y-salvo' : 'estado-de-obligaciones'}-${d.publico.nit}-${d.publico.certifica?.al ?? ''}.pdf`,
    async cargar(trx, d): Promise<Cargado> {
      const libro = await leerLibroDe(trx, d.titular, BigInt(d.publico.certifica?.corte ?? '0'));
      const cual = { titular: d.titular, dia: elDia(d), sabidoEn: d.emitidoEn };
      return { libro, facilidades: await facilidadesCertificadas(trx, libro, cual) };
    },
    dibujar: (cargado, d, autoridad) => {
      const al = elDia(d);
      const { libro, facilidades } = cargado as Cargado;
      const debe = loQueDebe(libro, al);
      return dibujarCertificado(d, autoridad, urlPublica, {
        huella: huellaDe(libro),
        destacado: {
          rotulo: debe.pazYSalvo ? 'Certificamos que no debía nada' : 'En total debía',
          valor: debe.pazYSalvo ? PAZ_Y_SALVO : formatearPesos(debe.total),
          debajo: `El ${formatearFecha(al)}`,
        },
        secciones: [
          debe.pazYSalvo ? A_PAZ_Y_SALVO : loDebido(debe.obligaciones, facilidades),
          ...seccionDeFacilidades(facilidades),
          { titulo: 'Tenga en cuenta', parrafos: [...debe.salvedades, ALCANCE].map((s) => `- ${s}`) },
        ],
      });
    },
    async hoy(trx, { idPublico, publico }) {
      const libro = await leerLibroDelCertificado(trx, idPublico);
      if (publico.titulo === PAZ_Y_SALVO)
        return loQueDebe(libro, trx.hoy).pazYSalvo
          ? { sigue: true, frase: 'Sigue a paz y salvo.' }
          : {
              sigue: false,
              frase: 'Hoy la oficina no daría este paz y salvo. Pida uno nuevo a quien se lo entregó.',
            };
      const corte = BigInt(publico.certifica?.corte ?? '0');
      const facilidad = await facilidadesDeHoy(trx, idPublico);
      const ademas = facilidad ? ` ${facilidad.frase}` : '';
      return libro.renglones.some((r) => r.comprobante > corte)
        ? {
            sigue: false,
            frase:
              'Después de expedirlo se registraron otros movimientos: hoy las cifras pueden ser otras. Pida uno nuevo a quien se lo entregó.' +
              ademas,
          }
        : {
            sigue: facilidad?.sigue ?? true,
            frase: `No se ha registrado nada después. Si hay mora, los intereses siguen corriendo.${ademas}`,
          };
    },
  };
}

interface Cargado {
  libro: Libro;
  facilidades: readonly FacilidadCertificada[];
}

const elDia = ({ publico }: Documento): Fecha => (publico.certifica?.al ?? publico.fecha) as Fecha;

const ALCANCE = 'Dice lo que está registrado en esta oficina. No dice si falta presentar alguna declaración.';

const A_PAZ_Y_SALVO: SeccionPresentada = {
  titulo: 'Qué certifica',
  parrafos: [
    'Ese día no debía impuestos, anticipos, retenciones, sanciones ni intereses de lo que está registrado en esta oficina.',
  ],
};

type Debida = { id: string; concepto: string; anio: number; periodo: string; estado: EstadoDeCuenta };

function loDebido(
  obligaciones: readonly Debida[],
  facilidades: readonly FacilidadCertificada[],
): SeccionPresentada {
  return obligaciones.length > 0
    ? { titulo: 'Lo que debía', filas: obligaciones.map((o) => filaDe(o, facilidades)) }
    : {
        titulo: 'Lo que debía',
        parrafos: [
          'Nada, con las cifras que la oficina conoce. No es un paz y salvo: falta alguna, como se dice abajo.',
        ],
      };
}

const RUBROS = {
  impuesto: 'impuesto',
  anticipo: 'anticipo',
  retencion: 'retenciones',
  sancion: 'sanción',
  interes: 'intereses',
} as const;

function filaDe(
  { id, concepto, anio, periodo, estado }: Debida,
  facilidades: readonly FacilidadCertificada[],
): FilaPresentada {
  const suya = facilidades.find((f) => f.obligaciones.includes(id));
  const partes = (Object.keys(RUBROS) as (keyof typeof RUBROS)[])
    .filter((r) => estado.saldo[r] > 0n)
    .map((r) => `${RUBROS[r]} ${formatearPesos(estado.saldo[r])}`);
  if (estado.porReintegrar > 0n)
    partes.push(`devolución por reintegrar ${formatearPesos(estado.porReintegrar)}`);
  return {
    clave: conMayuscula(obligacionEnPalabras(concepto, anio, periodo)),
    valor: [
      `Debía ${formatearPesos(estado.debe)}`,
      ...(partes.length > 1 ? [conMayuscula(partes.join(' + '))] : []),
      cuando(estado),
      suya ? `Está en la facilidad de pago ${suya.radicado}` : '',
    ]
      .filter((l) => l !== '')
      .join('\n'),
  };
}

function cuando({ vence, diasDeMora }: EstadoDeCuenta): string {
  if (vence === undefined) return '';
  return diasDeMora > 0
    ? `Venció el ${formatearFecha(vence)}, ${diasDeMora} ${diasDeMora === 1 ? 'día' : 'días'} antes`
    : `Vence el ${formatearFecha(vence)}: estaba a tiempo`;
}
