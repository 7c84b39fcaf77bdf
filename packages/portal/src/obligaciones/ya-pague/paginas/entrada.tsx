import { formatearFechaHora } from '@autogestion/normas/fechas';
import { Boton, Ficha, Formulario, Pagina, renderizarPagina } from '../../../interfaz/index.ts';
import { archivo, Preguntar, texto } from '../../../interfaz/preguntas/index.ts';
import { enlace } from '../../enlaces.ts';
import { COMO_UN_NUMERO_DE_RECIBO } from '../preguntas.ts';

export const RECIBO = archivo<unknown>({
  campo: 'recibo',
  etiqueta: 'El PDF del recibo 490',
  ayuda: 'El que hizo en esta oficina. Lo leemos y no lo guardamos.',
  acepta: 'application/pdf',
  falta: 'Elija el PDF del recibo.',
  excede: 'El archivo pesa más de 20 MB, y ningún recibo nuestro pesa tanto. Elija otro.',
});

/** Written with its spaces or without. The office's have fourteen digits; older ones that a bank copied, from twelve. */
export const NUMERO = texto<unknown>({
  campo: 'numero',
  etiqueta: 'El número del recibo 490',
  ayuda:
    'Está arriba en el recibo (casilla 4), y en el comprobante del banco. Por ejemplo, 490 000 000 123 45.',
  ...COMO_UN_NUMERO_DE_RECIBO,
  falta: 'Escriba el número del recibo.',
  forma: {
    patron: /^\d{12,14}$/,
    mensaje: 'El número del recibo tiene de 12 a 14 cifras. Cópielo como está.',
  },
});

interface PropsDeEntrada {
  /** Home of the taxpayer. */
  base: string;
  titular: string;
  /** Whoever only looks is told before they begin. */
  puede: boolean;
  borradores: readonly { idPublico: string; guardadoEn: Date }[];
  /** What was typed, where something is to be corrected. */
  valores?: Record<string, string>;
  errores?: Record<string, string>;
}

/** What «Esto ya lo pagué» is, and where it begins. */
export function paginaEntrada({
  base,
  titular,
  puede,
  borradores,
  valores = {},
  errores = {},
}: PropsDeEntrada): string {
  const camino = `${base}/obligaciones/ya-pague`;
  const clasificar = enlace('obligaciones.que-salio-mal', { titular });
  return renderizarPagina(
    <Pagina
      titulo="Esto ya lo pagué"
      migas={migasDeObligaciones(base, titular)}
      ancho="ancha"
      errores={errores}
    >
      <div class="casa casa--lado">
        <div class="casa__arriba">
          <p class="govuk-body-l">
            Si pagó y la deuda sigue ahí, casi siempre el pago quedó en otro año, en otro período, en otro
            impuesto o en un NIT parecido. Díganos qué pagó y lo buscamos.
          </p>
          {puede ? (
            <>
              <Formulario accion={camino}>
                <Boton>Buscar mi pago</Boton>
              </Formulario>
              <h2 class="govuk-heading-m">Si tiene el recibo 490</h2>
              <p class="govuk-body">
                Si lo hizo en esta oficina, escriba su número o suba su PDF, y llenamos lo demás por usted. De
                una foto o de un recibo escaneado no leemos nada: escriba su número.
              </p>
              <Formulario accion={`${camino}/por-numero`}>
                <Preguntar pregunta={NUMERO} valores={valores} errores={errores} />
                <Boton variante="secundario">Buscar por el número</Boton>
              </Formulario>
              <Formulario accion={`${camino}/leer-recibo`} conArchivos>
                <Preguntar pregunta={RECIBO} errores={errores} />
                <Boton variante="secundario">Leer el recibo</Boton>
              </Formulario>
            </>
          ) : (
            <p class="govuk-body">
              Usted puede mirar estas obligaciones. Para buscar un pago hace falta un permiso mayor.
            </p>
          )}
          {borradores.length > 0 ? (
            <>
              <h2 class="govuk-heading-m">Búsquedas sin terminar</h2>
              <ul class="govuk-list">
                {borradores.map((b) => (
                  <li>
                    <a class="govuk-link" href={`${camino}/${b.idPublico}`}>
                      Seguir la del {formatearFechaHora(b.guardadoEn)}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {clasificar ? (
            <p class="govuk-body">
              ¿El error está en una declaración, o no sabe qué salió mal?{' '}
              <a class="govuk-link" href={clasificar}>
                Le decimos qué clase de error es y qué hacer
              </a>
              .
            </p>
          ) : null}
        </div>
        <div class="casa__lado">
          <Ficha titulo="Tenga a la mano">
            <ul class="govuk-list govuk-list--bullet">
              <li>El recibo del banco o el comprobante de internet.</li>
              <li>Si lo tiene, el recibo 490: su número está arriba.</li>
            </ul>
          </Ficha>
          <Ficha titulo="Qué puede pasar">
            <p class="govuk-body">
              Si lo hallamos en otra obligación suya, lo abonamos de una vez donde va, con la fecha en que
              pagó y sin sanción (Ley 962 de 2005, art. 43). Si hay que mirarlo, lo mira un funcionario.
            </p>
          </Ficha>
        </div>
      </div>
    </Pagina>,
  );
}

/** The way back: home, and the obligations where that page is mounted. */
export function migasDeObligaciones(base: string, titular: string) {
  const estado = enlace('obligaciones.estado', { titular });
  return [
    { texto: 'Inicio', href: base },
    ...(estado === undefined ? [] : [{ texto: 'Estado de obligaciones', href: estado }]),
  ];
}
