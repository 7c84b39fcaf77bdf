import { RESPONSABILIDAD_FACTURADOR } from '@autogestion/normas/rut';
import { tipoActo } from '../../../firma/index.ts';
import { llamar, type Transaccion } from '../../../plataforma/index.ts';
import { contactoDeTitular } from '../../../rut/index.ts';
import type { LoDeHoyDelDocumento } from '../../../sello/index.ts';
import { ActoDeHabilitacion, HABILITARSE, presentarHabilitacion } from './acto.ts';

/** Becoming an electronic invoicer, as an act that is signed. */
export const TIPO_HABILITARSE = tipoActo({
  tipo: HABILITARSE,
  nombre: 'Habilitación como facturador electrónico',
  esquema: ActoDeHabilitacion,
  presentar: presentarHabilitacion,
  archivo: () => 'habilitacion-facturador-electronico',
  hoy: hoyDeLaHabilitacion,
  async carta(trx, _, { documento, radicado, urlPublica }) {
    const contacto = await contactoDeTitular(trx, documento.titular);
    if (!contacto) return undefined;
    return {
      destino: contacto.correo,
      asunto: 'Quedó habilitado para facturar electrónicamente',
      texto: [
        `Su RUT dice desde hoy que es facturador electrónico (código 52). Radicado ${radicado}.`,
        'Antes de la primera factura pida su numeración: está en «Facturación electrónica», en su inicio.',
        '',
        'Adjuntamos lo que firmó, con el sello de la oficina. Quien lo reciba puede comprobarlo en',
        `${urlPublica}/verificar/${documento.idPublico}`,
        '',
        'Si usted no lo pidió, entre a la oficina, termine su firma y avise de inmediato.',
      ].join('\n'),
    };
  },
});

async function hoyDeLaHabilitacion(
  trx: Transaccion,
  documento: string,
): Promise<LoDeHoyDelDocumento | undefined> {
  const [h]: { tiene: boolean }[] = await llamar(trx, 'facturas.hoy_de_habilitacion', {
    documento,
    codigo: RESPONSABILIDAD_FACTURADOR,
  });
  return (
    h && {
      sigue: h.tiene,
      frase: h.tiene
        ? 'Hoy su RUT dice que es facturador electrónico (código 52).'
        : 'Hoy su RUT no dice que sea facturador electrónico.',
    }
  );
}
