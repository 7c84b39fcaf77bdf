import type { ComponentChildren } from 'preact';
import { MIGA_MESA } from '../../../cuentas/index.ts';
import {
  Aviso,
  Boton,
  camposDe,
  Formulario,
  GrupoDeBotones,
  ListaResumen,
  Pagina,
  renderizarPagina,
  type Valores,
} from '../../../interfaz/index.ts';
import { parrafo, Preguntar } from '../../../interfaz/preguntas/index.ts';
import type { Formulario as Escrito } from '../../../plataforma/index.ts';
import { antesYDespues } from '../../libro/index.ts';
import { AntesDespues } from '../../ya-pague/index.ts';
import { loQueEscribe, type Acto } from '../acto.ts';
import type { ClaseDeActo } from '../clases.ts';
import type { ActoPropuesto } from '../consultas.ts';
import type { Contexto } from '../contexto.ts';
import { caminoDeActo, caminoDeAtencion } from '../direcciones.ts';
import { ultimoComprobante } from '../lo-que-hay.ts';
import { enPalabras, nombreDeActo } from '../palabras.ts';

const migasDe = ({ atencion, nombre }: Contexto) => [
  MIGA_MESA,
  { texto: 'Obligaciones', href: '/mesa/obligaciones' },
  { texto: nombre, href: caminoDeAtencion(atencion) },
];

/** What is asked of an act. */
export function paginaDeActo<C extends Contexto, V>(o: {
  clase: ClaseDeActo<C, V>;
  contexto: C;
  camino: string;
  valores?: Valores;
  errores?: Record<string, string> | undefined;
}): string {
  const { clase, contexto, valores = {}, errores = {} } = o;
  const sobre = clase.sobre(contexto);
  return renderizarPagina(
    <Pagina titulo={clase.titulo} migas={migasDe(contexto)} errores={errores}>
      <ListaResumen filas={[{ rotulo: 'De', valor: `${contexto.nombre}, NIT ${contexto.nit}` }, ...sobre]} />
      <Formulario accion={o.camino}>
        {clase.pregunta.pagina({
          datos: contexto,
          nombre: '',
          valores,
          errores,
          campo: camposDe({ valores, errores }),
        })}
        <Boton>Ver cómo queda</Boton>
      </Formulario>
    </Pagina>,
  );
}

/** What will change, whole, before it is done or proposed. */
export function paginaDeConfirmar<C extends Contexto, V>(o: {
  clase: ClaseDeActo<C, V>;
  contexto: C;
  acto: Acto;
  camino: string;
  escrito: Escrito;
  /** Something was written in that ledger since the figures were shown. */
  cambio: boolean;
}): string {
  const { clase, contexto, acto, escrito } = o;
  const ocultos = Object.fromEntries(Object.entries(escrito).map(([k, v]) => [k, String(v)]));
  return renderizarPagina(
    <Pagina
      titulo="Revise antes de seguir"
      parteDe={clase.titulo}
      migas={migasDe(contexto)}
      antes={o.cambio ? <CambioLaCuenta /> : null}
    >
      <LoQueHara contexto={contexto} acto={acto} />
      <p class="govuk-body">
        {clase.deDos
          ? 'Todavía no cambia nada: otra persona de obligaciones debe confirmarlo. Cuando lo confirme le escribimos a la persona.'
          : 'Se hace al confirmar. Le escribimos a la persona, que lo ve en sus movimientos con su razón.'}
      </p>
      <Formulario
        accion={o.camino}
        ocultos={{ ...ocultos, _visto: ultimoComprobante(contexto.libro) }}
        unaVez
      >
        <GrupoDeBotones>
          <Boton>{clase.deDos ? 'Proponer' : 'Pasar el pago'}</Boton>
          <Boton nombre="_accion" valor="cambiar" variante="secundario">
            Cambiar
          </Boton>
        </GrupoDeBotones>
      </Formulario>
    </Pagina>,
  );
}

const CambioLaCuenta = () => (
  <Aviso tipo="importante">
    La cuenta cambió mientras usted miraba. No se hizo nada: revise otra vez las cifras.
  </Aviso>
);

function LoQueHara({ contexto, acto }: { contexto: Contexto; acto: Acto }): ComponentChildren {
  const { libro, hoy } = contexto;
  const { asientos, nueva } = loQueEscribe(acto, libro);
  return (
    <>
      <ListaResumen
        filas={[
          { rotulo: 'De', valor: `${contexto.nombre}, NIT ${contexto.nit}` },
          { rotulo: 'Por qué', valor: acto.motivo },
        ]}
      />
      <ul class="govuk-list govuk-list--bullet">
        {enPalabras(acto, libro).map((frase) => (
          <li>{frase}</li>
        ))}
      </ul>
      <AntesDespues cambios={antesYDespues(libro, asientos, hoy, nueva)} />
    </>
  );
}

export const NOTA = parrafo<unknown>({
  campo: 'nota',
  ayuda: 'Queda escrito.',
  minimo: 10,
  maximo: 500,
  falta: 'Diga por qué, en 10 caracteres o más.',
  filas: 3,
});

/** An act that another official proposed: what it will do, and to confirm it or not. */
export function paginaDeRevisar(o: {
  contexto: Contexto;
  id: string;
  propuesto: ActoPropuesto;
  /** What it takes away is still there. */
  cabe: boolean;
  valores?: Valores;
  errores?: Record<string, string> | undefined;
  cambio?: boolean;
}): string {
  const { contexto, propuesto, valores = {}, errores = {} } = o;
  const { acto, numero, propio, resuelto } = propuesto;
  const camino = caminoDeActo(contexto.atencion, o.id);
  const puede = !resuelto && !propio && o.cabe;
  return renderizarPagina(
    <Pagina
      titulo={nombreDeActo(acto)}
      parteDe={`Acto ${numero}`}
      migas={migasDe(contexto)}
      errores={errores}
      antes={o.cambio ? <CambioLaCuenta /> : null}
    >
      {resuelto || !o.cabe ? (
        <>
          <ul class="govuk-list govuk-list--bullet">
            {enPalabras(acto, contexto.libro).map((frase) => (
              <li>{frase}</li>
            ))}
          </ul>
          <p class="govuk-body">
            {resuelto
              ? 'Este acto ya se resolvió.'
              : 'La cuenta cambió desde que se propuso, y ya no queda tanto. Diga que no se confirma, y proponga otro.'}
          </p>
        </>
      ) : (
        <LoQueHara contexto={contexto} acto={acto} />
      )}
      {propio && !resuelto ? (
        <p class="govuk-body">Usted lo propuso: debe confirmarlo otra persona.</p>
      ) : null}
      {puede ? (
        <Formulario
          accion={`${camino}/confirmar`}
          ocultos={{ _visto: ultimoComprobante(contexto.libro) }}
          unaVez
        >
          <p class="govuk-body">Al confirmar se escribe en la cuenta, y le escribimos a la persona.</p>
          <Boton>Confirmar</Boton>
        </Formulario>
      ) : null}
      {resuelto ? null : (
        <Formulario accion={`${camino}/no-confirmar`}>
          <Preguntar
            pregunta={NOTA}
            nombre={propio ? 'Por qué lo retira' : 'Por qué no lo confirma'}
            valores={valores}
            errores={errores}
          />
          <Boton variante="secundario">{propio ? 'Retirar' : 'No confirmar'}</Boton>
        </Formulario>
      )}
    </Pagina>,
  );
}
