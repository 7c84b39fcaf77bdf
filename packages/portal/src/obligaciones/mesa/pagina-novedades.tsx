import { formatearPesos } from '@autogestion/normas/dinero';
import { formatearFecha } from '@autogestion/normas/fechas';
import type { VNode } from 'preact';
import { MIGA_MESA } from '../../cuentas/index.ts';
import {
  Boton,
  FechaTexto,
  Formulario,
  ListaResumen,
  Monto,
  Pagina,
  renderizarPagina,
  Selector,
  Tabla,
  type Valores,
} from '../../interfaz/index.ts';
import { Preguntar } from '../../interfaz/preguntas/index.ts';
import { nombreDeBanco } from '../recaudo/index.ts';
import { CLASES, type ClaseDeNovedad, type PagoConNovedad } from './novedades.ts';
import { POR_QUE_MIRA } from './paginas.tsx';

export const CAMINO_DE_NOVEDADES = '/mesa/obligaciones/novedades';
const TITULO = 'Pagos que no coincidieron';
const MIGAS = [MIGA_MESA, { texto: 'Obligaciones', href: '/mesa/obligaciones' }];

/** Payments that did not agree with their slip, or of which a bank told two things. */
export const paginaNovedades = (o: {
  novedades: readonly PagoConNovedad[];
  clase: ClaseDeNovedad | undefined;
}): string =>
  renderizarPagina(
    <Pagina titulo={TITULO} ancho="mesa" migas={MIGAS}>
      <form method="get" action={CAMINO_DE_NOVEDADES} class="filtros">
        <Selector
          nombre="clase"
          valor={o.clase ?? ''}
          etiqueta="Qué pasó"
          vacia="Todo"
          opciones={Object.entries(CLASES).map(([valor, { nombre }]) => ({ valor, texto: nombre }))}
        />
        <Boton variante="secundario" evitaDobleClic={false}>
          Filtrar
        </Boton>
        {o.clase === undefined ? null : (
          <a class="govuk-link" href={CAMINO_DE_NOVEDADES}>
            Quitar el filtro
          </a>
        )}
      </form>
      <Tabla
        titulo={
          o.clase === undefined
            ? 'De cada clase, los 20 más recientes'
            : 'Del más reciente al más antiguo, 200 como mucho'
        }
        vacia={
          o.clase === undefined
            ? 'Todos los pagos coincidieron con su recibo.'
            : 'Ningún pago tiene esa novedad.'
        }
        columnas={[
          { titulo: 'Recibo' },
          { titulo: 'Qué pasó' },
          { titulo: 'Qué hizo la oficina' },
          { titulo: 'Día' },
          { titulo: 'Banco' },
          { titulo: 'Valor', numerica: true },
        ]}
        filas={o.novedades.map((n) => [
          <a class="govuk-link" href={`${CAMINO_DE_NOVEDADES}/${n.pago}`}>
            {n.recibo}
          </a>,
          CLASES[n.clase].nombre,
          loQueHizo(n),
          <FechaTexto fecha={n.dia} />,
          nombreDeBanco(n.banco),
          <Monto pesos={n.valor} />,
        ])}
      />
    </Pagina>,
  );

const loQueHizo = (n: PagoConNovedad): string =>
  n.clase === 'recibo-desconocido' && n.identificado
    ? 'Guardó el dinero sin dueño, y después se dijo de quién era.'
    : CLASES[n.clase].hizo;

/** One payment: what happened, what the office did, what is left to do, and whose it is for whoever writes why. */
export function paginaDeNovedad(o: {
  pago: PagoConNovedad;
  novedades: readonly PagoConNovedad[];
  valores: Valores;
  errores: Record<string, string>;
}): string {
  const { pago } = o;
  const aqui = `${CAMINO_DE_NOVEDADES}/${pago.pago}`;
  return renderizarPagina(
    <Pagina
      titulo={`Pago del recibo ${pago.recibo}`}
      migas={[...MIGAS, { texto: TITULO, href: CAMINO_DE_NOVEDADES }]}
      errores={o.errores}
    >
      <ListaResumen
        filas={[
          { rotulo: 'Valor', valor: <Monto pesos={pago.valor} /> },
          { rotulo: 'Día', valor: <FechaTexto fecha={pago.dia} /> },
          { rotulo: 'Banco', valor: nombreDeBanco(pago.banco) },
          { rotulo: 'Número del banco', valor: pago.referencia },
        ]}
      />
      {o.novedades.map((n) => (
        <Novedad novedad={n} />
      ))}
      {pago.deAlguien ? (
        <>
          <h2 class="govuk-heading-m">Ver las obligaciones de esta persona</h2>
          <Formulario accion={aqui}>
            <Preguntar
              pregunta={POR_QUE_MIRA}
              nombre="Por qué lo mira"
              valores={o.valores}
              errores={o.errores}
            />
            <Boton>Mirar</Boton>
          </Formulario>
        </>
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={`/mesa/recaudo/por-identificar?q=${pago.recibo}`}>
            {pago.identificado
              ? 'Ya se dijo de quién es. Ver el dinero por identificar'
              : 'Decir de quién es'}
          </a>
        </p>
      )}
    </Pagina>,
  );
}

function Novedad({ novedad }: { novedad: PagoConNovedad }): VNode {
  const { nombre, porHacer } = CLASES[novedad.clase];
  const { dicho } = novedad;
  return (
    <section>
      <h2 class="govuk-heading-m">{nombre}</h2>
      {dicho === undefined ? null : (
        <p class="govuk-body">
          El banco también dijo: {formatearPesos(dicho.valor)}, del recibo {dicho.recibo}, el{' '}
          {formatearFecha(dicho.dia)} ({nombreDeBanco(dicho.banco)}, número {dicho.referencia}).
        </p>
      )}
      <p class="govuk-body">Qué hizo la oficina: {loQueHizo(novedad)}</p>
      {porHacer === undefined || novedad.identificado ? null : (
        <p class="govuk-body">Qué falta: {porHacer}</p>
      )}
    </section>
  );
}
