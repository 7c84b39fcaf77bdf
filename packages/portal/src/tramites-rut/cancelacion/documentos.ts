import { DOCUMENTOS_CANCELACION, type Circunstancia } from '@autogestion/normas/rut';
import type { DocumentoPedido } from '../../tramites/index.ts';
import { causalDe, type SolicitudCancelacion } from './solicitud.ts';

/** Identifier of a document in the case: `5.2` of DUR 1.6.1.2.19 is `documento-5-2`. */
export const documentoDe = (numeral: string): string => `documento-${numeral.replaceAll('.', '-')}`;

/** What some documents depend on: two circumstances that box 24 tells, and two that are asked. */
function circunstanciasDe(s: SolicitudCancelacion): Readonly<Record<string, boolean | undefined>> {
  return {
    'persona-natural': s.tipoContribuyente === '2',
    'persona-juridica': s.tipoContribuyente === '1',
    'sin-animo-de-lucro': s.sinAnimoDeLucro,
    'liquidacion-obligatoria': s.liquidacionObligatoria,
  };
}

interface DocumentoDeLaCausal {
  /** Its numeral in DUR 1.6.1.2.19. */
  id: string;
  nombre: string;
  /** False while it is not known whether this case needs it. */
  seguro: boolean;
}

/** Lists of documents of the cause, any of which is enough, without those that are not for this case (DUR 1.6.1.2.19). */
export function listasDeDocumentos(s: SolicitudCancelacion): DocumentoDeLaCausal[][] {
  const circunstancias = circunstanciasDe(s);
  return (causalDe(s)?.alternativas ?? []).map((ids) =>
    ids.flatMap((id) => {
      const d = DOCUMENTOS_CANCELACION.find((x) => x.id === id);
      const haceFalta = d?.cuando === undefined || circunstancias[d.cuando];
      return d && haceFalta !== false ? [{ id, nombre: d.nombre, seguro: haceFalta === true }] : [];
    }),
  );
}

/** Whether a document of the cause depends on that. */
export function dependeDe(s: SolicitudCancelacion, circunstancia: Circunstancia): boolean {
  const ids = (causalDe(s)?.alternativas ?? []).flat();
  return DOCUMENTOS_CANCELACION.some((d) => ids.includes(d.id) && d.cuando === circunstancia);
}

/** The list that is brought: the only one, or the one that was chosen. */
export function listaElegida(s: SolicitudCancelacion): DocumentoDeLaCausal[] {
  const listas = listasDeDocumentos(s);
  return listas[listas.length === 1 ? 0 : (s.opcion ?? 0) - 1] ?? [];
}

/** The documents of a request, without which it is not signed. */
export const documentosPedidos = (s: SolicitudCancelacion): DocumentoPedido[] =>
  listaElegida(s).map(({ id, nombre, seguro }) => ({ id: documentoDe(id), nombre, obligatorio: seguro }));
