import { obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import { enviarMensaje, type Transaccion } from '../../plataforma/index.ts';
import { contactoDeTitular, idPublicoDe } from '../../rut/index.ts';
import type { Acto } from './acto.ts';
import type { Contexto } from './contexto.ts';
import { cualObligacion, pagoDelLibro } from './lo-que-hay.ts';

interface ActoHecho {
  /** With the ledger of before. */
  contexto: Contexto;
  acto: Acto;
  numero: string;
  urlPublica: string;
}

/** Tells the taxpayer that the office changed what they owe: what, where to see why, and what to do. No figures. */
export async function avisarActo(
  trx: Transaccion,
  { contexto, acto, numero, urlPublica }: ActoHecho,
): Promise<void> {
  const contacto = await contactoDeTitular(trx, contexto.titular);
  if (!contacto) return;
  const casa = `${urlPublica}/de/${await idPublicoDe(trx, contexto.titular)}/obligaciones`;
  const { asunto, que, siNo } = carta(acto, contexto, casa);
  await enviarMensaje(trx, {
    canal: 'correo',
    destino: contacto.correo,
    asunto,
    texto: [`${que} Es el acto ${numero}.`, `Las cifras y la razón están en ${casa}`, siNo].join('\n\n'),
  });
}

function carta(acto: Acto, { libro }: Contexto, casa: string): Record<'asunto' | 'que' | 'siNo', string> {
  if (acto.clase === 'cargo') {
    const cual = obligacionEnPalabras(acto.concepto, acto.anio, acto.periodo);
    const papel = `${acto.documento}, que está en firme (${acto.articulo})`;
    return acto.baja
      ? {
          asunto: 'La oficina redujo lo que usted debía',
          que: `Redujimos lo que se cobraba de ${cual}, por ${papel}.`,
          siNo: 'No tiene que hacer nada. Si ya lo había pagado, lo que sobre queda a su favor.',
        }
      : {
          asunto: 'La oficina registró algo por pagar',
          que: `Registramos algo por pagar de ${cual}, por ${papel}.`,
          siNo: 'Ahí mismo puede pagarlo, o pedir pagarlo por cuotas.',
        };
  }
  const de = cualObligacion(libro, pagoDelLibro(libro, acto.sobre)?.obligacion ?? '');
  const siNo = `Si cree que no es así, pida que lo miren: ${casa}/ya-pague`;
  return acto.clase === 'anulacion'
    ? {
        asunto: 'La oficina anuló un pago en sus obligaciones',
        que: `Anulamos un pago, o una parte, que aparecía en ${de}.`,
        siNo,
      }
    : {
        asunto: 'La oficina pasó un pago suyo a otra obligación',
        que: `Un pago suyo, o una parte, que estaba en ${de} pasó a ${cualObligacion(libro, acto.destino)}. Lo que usted ha pagado en total no cambia.`,
        siNo,
      };
}
