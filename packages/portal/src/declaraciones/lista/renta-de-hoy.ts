import { diasEntre, formatearFecha } from '@autogestion/normas/fechas';
import { urgenciaEn } from '../../interfaz/index.ts';
import { puede, titularDe, type Transaccion } from '../../plataforma/index.ts';
import type { DeQuien, LoSuyo } from '../../rut/index.ts';
import { borradoresAbiertos } from '../borrador/index.ts';
import { claseDe } from '../clases/index.ts';
import { deAntesDe } from '../de-antes/index.ts';
import { DE_DECLARACIONES } from '../politicas.ts';
import { reportesDe } from '../../terceros/index.ts';
import type { Declaracion } from '../presentar/index.ts';

/** Responsibility of the RUT: income tax, ordinary regime. Companies file it on another form. */
const RENTA = '05';
const NATURAL = '2';

/** The last income tax return of whoever has to file it, or may have to: until it is signed it is not filed. */
export async function rentaDeHoy(
  trx: Transaccion,
  { base, version, estado }: DeQuien,
  presentadas: readonly Declaracion[],
): Promise<LoSuyo> {
  const { nit, tipoContribuyente, clasificacion } = version.registro;
  if (tipoContribuyente !== NATURAL || estado.estado === 'cancelado') return {};
  const clase = claseDe('210');
  const [anio] = clase.anios(trx.hoy);
  const vence = anio && clase.vence(nit, anio, 'anual')?.fecha;
  if (!anio || !vence) return {};
  const esta = (d: { formulario: string; anio: number }) => d.formulario === '210' && d.anio === anio;
  const nombre = clase.nombre(anio, 'anual');
  const todas = `${base}/declaraciones`;
  const presentada = presentadas.find(esta);
  const comoEsta = (valor: string) => [{ rotulo: nombre, valor, href: todas }];
  if (presentada) return { comoEsta: comoEsta(`Presentada el ${formatearFecha(presentada.presentada)}`) };
  const antes = (await deAntesDe(trx)).find(esta);
  if (antes)
    return { comoEsta: comoEsta(`Presentada el ${formatearFecha(antes.presentada)}, fuera de esta oficina`) };
  const borrador = (await borradoresAbiertos(trx)).find(esta);
  const declara = clasificacion.responsabilidades.includes(RENTA);
  // Of whoever neither is obliged by their RUT, nor began, nor is told of by anybody, there is nothing to say.
  if (!declara && !borrador && (await reportesDe(trx, anio)).length === 0) return {};
  const que = borrador
    ? ' Tiene un borrador: falta firmarlo.'
    : declara
      ? ''
      : ' Otros reportaron pagos o bienes suyos: mire si debe declarar.';
  return {
    comoEsta: comoEsta('No presentada'),
    pendientes: [
      {
        titulo: `${nombre}: no presentada`,
        detalle: `${vence < trx.hoy ? 'Venció' : 'Vence'} el ${formatearFecha(vence)}.${que}`,
        // Nobody is told that it is urgent to do what may not be theirs to do.
        urgencia: declara ? urgenciaEn(diasEntre(trx.hoy, vence)) : 'normal',
        marca: { dia: vence },
        accion: {
          href: borrador ? `${todas}/${borrador.idPublico}` : todas,
          texto: borrador ? 'Seguir' : 'Declarar',
          oculto: clase.enLlano(anio, 'anual'),
          // Whoever knows that they declare begins at once, by what is known of their year.
          ...(declara &&
            !borrador &&
            puede(trx.actor, titularDe(trx), DE_DECLARACIONES.llenar) && {
              enviar: { formulario: '210', anio, periodo: 'anual', _accion: 'con-lo-reportado' },
            }),
        },
      },
    ],
  };
}
