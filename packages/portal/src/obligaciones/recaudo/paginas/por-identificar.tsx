import { obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import { formatearPesos } from '@autogestion/normas/dinero';
import type { VNode } from 'preact';
import {
  Aviso,
  Boton,
  FechaTexto,
  Formulario,
  GrupoDeBotones,
  ListaResumen,
  Monto,
  Pagina,
  renderizarPagina,
  Tabla,
  TextoInset,
  type Valores,
} from '../../../interfaz/index.ts';
import { nit, opcion, parrafo, Preguntar } from '../../../interfaz/preguntas/index.ts';
import {
  CUATRO_OJOS_DESDE,
  type IdentificacionPendiente,
  type ObligacionPosible,
  type SinIdentificar,
} from '../identificar.ts';
import { MIGAS, nombreDeBanco } from './estado.tsx';

const CAMINO = '/mesa/recaudo/por-identificar';

export const NIT_DEL_DUENO = nit({ etiqueta: 'NIT o cédula de quien pagó' });
export const MOTIVO = parrafo({
  campo: 'motivo',
  etiqueta: 'Por qué es de esta persona',
  ayuda: 'Diga qué soporte vio: la consignación, la carta del banco.',
  falta: 'Escriba por qué es de esta persona, en diez letras o más.',
  minimo: 10,
  maximo: 500,
});
const cualObligacion = (de: readonly ObligacionPosible[]) =>
  opcion({
    campo: 'obligacion',
    etiqueta: 'A cuál obligación va',
    falta: 'Elija a cuál obligación va el dinero.',
    de: () =>
      de.map((o) => ({ valor: o.idPublico, texto: obligacionEnPalabras(o.concepto, o.anio, o.periodo) })),
  });

/** Money that came and that is nobody's yet. */
export const paginaPorIdentificar = (o: {
  pagos: readonly SinIdentificar[];
  buscado: string;
  hecho: 'hecha' | 'propuesta' | 'objetada' | undefined;
}) =>
  renderizarPagina(
    <Pagina titulo="Dinero por identificar" ancho="ancha" migas={MIGAS} antes={<Hecho hecho={o.hecho} />}>
      <form method="get" action={CAMINO} role="search">
        <label class="govuk-label" for="buscado">
          Buscar por recibo, operación o valor exacto
        </label>
        <input
          class="govuk-input govuk-input--width-20"
          id="buscado"
          name="q"
          value={o.buscado}
          autocomplete="off"
        />{' '}
        <Boton variante="secundario">Buscar</Boton>
      </form>
      <Tabla
        titulo="Del más antiguo al más reciente"
        vacia={o.buscado ? 'Nada coincide con lo que buscó.' : 'Todo el dinero tiene dueño.'}
        columnas={[
          { titulo: 'Recibo que dio el banco' },
          { titulo: 'Día' },
          { titulo: 'Banco' },
          { titulo: 'Valor', numerica: true },
          { titulo: 'Espera' },
        ]}
        filas={o.pagos.map((p) => [
          <a href={`${CAMINO}/${p.idPublico}`}>{p.recibo}</a>,
          <FechaTexto fecha={p.dia} />,
          nombreDeBanco(p.banco),
          <Monto pesos={p.valor} />,
          p.porConfirmar ? 'Que otra persona confirme' : 'Que se diga de quién es',
        ])}
      />
    </Pagina>,
  );

const HECHOS = {
  hecha: 'El dinero ya está en su obligación, desde el día en que entró.',
  propuesta: 'Queda propuesto. Otra persona de obligaciones debe confirmarlo.',
  objetada: 'El dinero sigue por identificar.',
} as const;

const Hecho = ({ hecho }: { hecho: keyof typeof HECHOS | undefined }): VNode | null =>
  hecho ? <Aviso tipo="exito">{HECHOS[hecho]}</Aviso> : null;

/** One payment: looking for whose it is, saying it, or confirming what another one said. */
export const paginaDeUno = (o: {
  pago: SinIdentificar;
  pendiente: IdentificacionPendiente | undefined;
  /** What was found for a NIT; nothing before looking. */
  halladas?: readonly ObligacionPosible[] | undefined;
  valores?: Valores | undefined;
  errores?: Record<string, string> | undefined;
}) => {
  const { pago, pendiente, halladas, valores = {}, errores = {} } = o;
  const accion = `${CAMINO}/${pago.idPublico}`;
  return renderizarPagina(
    <Pagina
      titulo="Decir de quién es un pago"
      migas={[...MIGAS, { texto: 'Dinero por identificar', href: CAMINO }]}
      errores={errores}
    >
      <ListaResumen
        filas={[
          { rotulo: 'Valor', valor: <Monto pesos={pago.valor} /> },
          { rotulo: 'Día en que entró', valor: <FechaTexto fecha={pago.dia} /> },
          { rotulo: 'Banco', valor: nombreDeBanco(pago.banco) },
          { rotulo: 'Operación', valor: pago.referencia },
          { rotulo: 'Recibo que dio el banco', valor: pago.recibo },
        ]}
      />
      {pago.porConfirmar ? (
        <Pendiente pendiente={pendiente} accion={accion} />
      ) : (
        <>
          <Formulario accion={`${accion}/buscar`}>
            <Preguntar pregunta={NIT_DEL_DUENO} valores={valores} errores={errores} />
            <Boton variante={halladas ? 'secundario' : 'principal'}>Buscar sus obligaciones</Boton>
          </Formulario>
          {halladas?.length === 0 ? (
            <TextoInset>
              Ese NIT no tiene obligaciones aquí, o usted no puede atenderlo. Revise el número.
            </TextoInset>
          ) : null}
          {halladas && halladas.length > 0 ? (
            <Formulario accion={accion} ocultos={{ nit: String(valores.nit ?? '') }}>
              <Preguntar pregunta={cualObligacion(halladas)} valores={valores} errores={errores} />
              <Preguntar pregunta={MOTIVO} valores={valores} errores={errores} />
              {pago.valor >= CUATRO_OJOS_DESDE ? (
                <p class="govuk-body">
                  Desde {formatearPesos(CUATRO_OJOS_DESDE)} debe confirmarlo otra persona de obligaciones.
                </p>
              ) : null}
              <Boton>Llevar el dinero a esa obligación</Boton>
            </Formulario>
          ) : null}
        </>
      )}
    </Pagina>,
  );
};

function Pendiente({
  pendiente: p,
  accion,
}: {
  pendiente: IdentificacionPendiente | undefined;
  accion: string;
}): VNode {
  if (!p)
    return (
      <TextoInset>
        Otra persona dijo de quién es, y espera a que se confirme. Usted no puede atenderlo.
      </TextoInset>
    );
  return (
    <>
      <ListaResumen
        titulo="Lo que se propuso"
        filas={[
          { rotulo: 'Obligación', valor: obligacionEnPalabras(p.concepto, p.anio, p.periodo) },
          { rotulo: 'Por qué', valor: p.motivo },
        ]}
      />
      {p.propia ? <p class="govuk-body">Usted lo propuso: debe confirmarlo otra persona.</p> : null}
      <Formulario accion={`${accion}/resolver`}>
        <GrupoDeBotones>
          {p.propia ? null : (
            <Boton nombre="decision" valor="confirmar">
              Confirmar
            </Boton>
          )}
          <Boton nombre="decision" valor="objetar" variante="secundario">
            {p.propia ? 'Retirar la propuesta' : 'No confirmar'}
          </Boton>
        </GrupoDeBotones>
      </Formulario>
    </>
  );
}
