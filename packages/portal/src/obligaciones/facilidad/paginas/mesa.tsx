import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import {
  Boton,
  Dibujo,
  Formulario,
  ListaResumen,
  Monto,
  Pagina,
  renderizarPagina,
  Tabla,
} from '../../../interfaz/index.ts';
import { ComoVa, type FacilidadVista } from './facilidad.tsx';
import { TablaDeCuotas } from './cuotas.tsx';

const LISTA = '/mesa/obligaciones/facilidades';

interface FacilidadAtrasada {
  idPublico: string;
  radicado: string;
  vence: Fecha;
  falta: bigint;
}

/** Facilities in force of which an instalment is late. It says nothing of whose they are: opening one leaves trace. */
export const paginaAtrasadas = (atrasadas: readonly FacilidadAtrasada[]): string =>
  renderizarPagina(
    <Pagina titulo="Facilidades con cuotas vencidas" ancho="mesa" letra="m">
      {atrasadas.length === 0 ? (
        <div class="vacio">
          <Dibujo nombre="vacio" />
          <p class="govuk-body">Ninguna facilidad tiene cuotas vencidas.</p>
        </div>
      ) : (
        <Tabla
          titulo="Las más antiguas primero"
          conCabezas
          columnas={[
            { titulo: 'Facilidad' },
            { titulo: 'Vencida desde' },
            { titulo: 'Falta', numerica: true },
          ]}
          filas={atrasadas.map((f) => [
            <a class="govuk-link" href={`${LISTA}/${f.idPublico}`}>
              {f.radicado}
            </a>,
            formatearFecha(f.vence),
            <Monto pesos={f.falta} />,
          ])}
        />
      )}
    </Pagina>,
  );

/** A facility at the desk, with the act that leaves it without effect one button away. */
export const paginaFacilidadEnMesa = (o: FacilidadVista & { falta: bigint; puede: boolean }): string =>
  renderizarPagina(
    <Pagina
      titulo={`Facilidad ${o.f.radicado}`}
      ancho="mesa"
      letra="m"
      migas={[{ texto: 'Facilidades con cuotas vencidas', href: LISTA }]}
    >
      <ComoVa {...o} />
      <ListaResumen
        filas={[
          { rotulo: 'Concedida el', valor: formatearFecha(o.f.concedidaEl) },
          { rotulo: 'Pagado', valor: <Monto pesos={o.estado.pagado} /> },
          { rotulo: `Falta en total, al ${formatearFecha(o.hoy)}`, valor: <Monto pesos={o.falta} /> },
        ]}
      />
      {o.puede ? (
        <Formulario accion={`${LISTA}/${o.f.idPublico}`} unaVez>
          <p class="govuk-body">
            Al preparar el acto se abre un caso a su nombre y se le comunica a la persona. Otro funcionario lo
            confirma (ET 814-3).
          </p>
          <Boton>Preparar el acto que la deja sin efecto</Boton>
        </Formulario>
      ) : null}
      <h2 class="govuk-heading-m">Las cuotas</h2>
      <TablaDeCuotas cuotas={o.f.cuotas} />
    </Pagina>,
  );
