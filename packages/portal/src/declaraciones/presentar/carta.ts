import type { Transaccion } from '../../plataforma/index.ts';
import { contactoDeTitular } from '../../rut/index.ts';
import type { TipoActo } from '../../firma/index.ts';
import { claseDe } from '../clases/index.ts';
import type { ActoDePresentar } from './acto.ts';

type Enviada = Parameters<NonNullable<TipoActo['carta']>>[2];

/** The sealed return goes once to the e-mail of the RUT of whoever declares. */
export async function cartaDeLaDeclaracion(
  trx: Transaccion,
  acto: ActoDePresentar,
  { documento, radicado, urlPublica }: Enviada,
) {
  const contacto = await contactoDeTitular(trx, documento.titular);
  if (!contacto) return undefined;
  const nombre = claseDe(acto.formulario).nombre(acto.anio, acto.periodo);
  const corregida = acto.corrige === null ? '' : ` Reemplaza la declaración número ${acto.corrige}.`;
  return {
    destino: contacto.correo,
    asunto: `${nombre}: ${acto.corrige === null ? 'presentada' : 'corregida'}`,
    texto: [
      `${nombre}, formulario ${acto.formulario} número ${acto.numero}. Radicado ${radicado}.${corregida}`,
      '',
      'Adjuntamos la declaración con su firma y el sello de la oficina. Quien la reciba puede comprobarla en',
      `${urlPublica}/verificar/${documento.idPublico}`,
      '',
      'Si usted no la presentó, entre a la oficina, termine su firma y corrija la declaración.',
    ].join('\n'),
  };
}
