import { RESPONSABILIDAD_SIMPLE } from '@autogestion/normas/simple';
import { tipoActo } from '../../firma/index.ts';
import { llamar, type Transaccion } from '../../plataforma/index.ts';
import { contactoDeTitular } from '../../rut/index.ts';
import type { LoDeHoyDelDocumento } from '../../sello/index.ts';
import { ActoDeRegimen, CAMBIAR_REGIMEN, enLlano, NOMBRES, presentarRegimen } from './acto.ts';

/** Entering the SIMPLE or leaving it, as an act that is signed. */
export const TIPO_REGIMEN = tipoActo({
  tipo: CAMBIAR_REGIMEN,
  nombre: 'Cambio de régimen: SIMPLE u ordinario',
  esquema: ActoDeRegimen,
  presentar: presentarRegimen,
  archivo: ({ que, anio }) => `${que === 'entrar' ? 'acogerse-al' : 'salir-del'}-simple-${anio}`,
  hoy: hoyDeLaOpcion,
  async carta(trx, a, { documento, radicado, urlPublica }) {
    const contacto = await contactoDeTitular(trx, documento.titular);
    if (!contacto) return undefined;
    const { acto, hecho } = NOMBRES[a.que];
    return {
      destino: contacto.correo,
      asunto: `${acto}: ${hecho.toLowerCase()} para ${a.anio}`,
      texto: [
        `${hecho} para todo ${a.anio}, desde el 1 de enero. Radicado ${radicado}.`,
        `La casilla 53 de su RUT dice ahora: ${enLlano(a.casilla53.despues)}.`,
        '',
        'Adjuntamos lo que firmó, con el sello de la oficina. Quien lo reciba puede comprobarlo en',
        `${urlPublica}/verificar/${documento.idPublico}`,
        '',
        'Si usted no lo pidió, entre a la oficina, termine su firma y avise de inmediato.',
      ].join('\n'),
    };
  },
});

/** Whether the RUT of whoever signed still says it, for whoever holds the document. */
async function hoyDeLaOpcion(trx: Transaccion, documento: string): Promise<LoDeHoyDelDocumento | undefined> {
  const [o]: { que: string; tiene: boolean }[] = await llamar(trx, 'declaraciones.hoy_de_opcion', {
    documento,
    codigo: RESPONSABILIDAD_SIMPLE,
  });
  if (!o) return undefined;
  const sigue = o.tiene === (o.que === 'entrar');
  return {
    sigue,
    frase: `Hoy su RUT ${o.tiene ? 'dice que está en el SIMPLE (código 47)' : 'no dice que esté en el SIMPLE'}.`,
  };
}
