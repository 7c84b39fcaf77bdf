import type { VNode } from 'preact';
import {
  Aviso,
  Boton,
  FechaTexto,
  Formulario,
  GrupoDeBotones,
  InstanteTexto,
  ListaResumen,
  Monto,
  Pagina,
  RegionViva,
  renderizarPagina,
  Tabla,
} from '../../../interfaz/index.ts';
import type { ArchivoCargado } from '../consultas.ts';
import type { Prevision } from '../prevision.ts';
import { cuantos, EstadoDeArchivo, MIGAS, nombreDeBanco } from './estado.tsx';

/** Seconds between looks while a file is being posted. */
const CADA = 3;

/** A file: what it will do before it is confirmed, how far it is, what it left. */
export function paginaArchivo(o: {
  archivo: ArchivoCargado;
  prevision: Prevision;
  /** It was loaded again just now. */
  repetido: boolean;
}): string {
  const { archivo: a, prevision } = o;
  const asentando = a.estado === 'asentando';
  return renderizarPagina(
    <Pagina
      titulo={`Archivo ${a.nombre}`}
      ancho="ancha"
      migas={MIGAS}
      recargarCada={asentando ? CADA : undefined}
      antes={
        o.repetido ? (
          <Aviso tipo="importante" titulo="Este archivo ya estaba cargado">
            Es idéntico al que se cargó antes. No se registró nada otra vez.
          </Aviso>
        ) : null
      }
    >
      <ListaResumen
        filas={[
          { rotulo: 'Estado', valor: <EstadoDeArchivo estado={a.estado} /> },
          { rotulo: 'Banco', valor: nombreDeBanco(a.banco) },
          { rotulo: 'Día del recaudo', valor: <FechaTexto fecha={a.dia} /> },
          { rotulo: 'Pagos', valor: cuantos(a.lineas) },
          { rotulo: 'Total', valor: <Monto pesos={a.total} /> },
          { rotulo: 'Cargado', valor: <InstanteTexto instante={a.cargadoEn} /> },
        ]}
      />
      {a.estado === 'por-confirmar' || a.estado === 'descartado' ? (
        <Previo archivo={a} prevision={prevision} />
      ) : (
        <RegionViva id="avance" {...(asentando && { recargarCada: CADA })}>
          <Avance archivo={a} />
        </RegionViva>
      )}
    </Pagina>,
  );
}

function Previo({ archivo: a, prevision: p }: { archivo: ArchivoCargado; prevision: Prevision }): VNode {
  const descartado = a.estado === 'descartado';
  return (
    <>
      <h2 class="govuk-heading-m">Qué se hará al confirmar</h2>
      <Tabla
        titulo="Qué se hará con cada pago"
        tituloOculto
        columnas={[
          { titulo: 'Qué son' },
          { titulo: 'Qué se hará' },
          { titulo: 'Pagos', numerica: true },
          { titulo: 'Total', numerica: true },
        ]}
        filas={[
          [
            'Con un recibo de esta oficina',
            'Se abonan a su obligación',
            cuantos(p.conocidos),
            <Monto pesos={p.valorConocidos} />,
          ],
          [
            'Con un recibo que no existe',
            'Quedan por identificar',
            cuantos(p.desconocidos),
            <Monto pesos={p.valorDesconocidos} />,
          ],
          [
            'Ya registrados de otro archivo',
            'No se registran otra vez',
            cuantos(p.registrados),
            <Monto pesos={p.valorRegistrados} />,
          ],
        ]}
      />
      <Novedades prevision={p} />
      {descartado ? (
        <p class="govuk-body">Este archivo se descartó y no se registró. Si fue un error, confírmelo.</p>
      ) : null}
      <Formulario accion={`/mesa/recaudo/archivos/${a.id}`}>
        <GrupoDeBotones>
          <Boton nombre="decision" valor="confirmado">
            Confirmar y registrar
          </Boton>
          {descartado ? null : (
            <Boton nombre="decision" valor="descartado" variante="secundario">
              Descartar
            </Boton>
          )}
        </GrupoDeBotones>
      </Formulario>
    </>
  );
}

/** What does not agree, and is posted all the same for what entered. */
function Novedades({ prevision: p }: { prevision: Prevision }): VNode | null {
  const cosas = [
    [p.yaPagados, 'traen un recibo que ya está pagado: el dinero entra igual y queda a favor de quien pagó'],
    [p.otroValor, 'traen un valor distinto del que dice su recibo: se abona lo que entró'],
    [p.anulados, 'traen un recibo anulado: se abonan a la misma obligación'],
    [
      p.enDesacuerdo,
      'repiten una operación ya registrada, con otro valor o recibo: vale la primera, y hay que preguntarle al banco',
    ],
  ] as const;
  const hay = cosas.filter(([n]) => n > 0);
  if (hay.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">Lo que no coincide</h3>
      <ul class="govuk-list govuk-list--bullet">
        {hay.map(([n, texto]) => (
          <li>
            {cuantos(n)} {texto}.
          </li>
        ))}
      </ul>
    </>
  );
}

function Avance({ archivo: a }: { archivo: ArchivoCargado }): VNode {
  if (a.estado === 'asentando')
    return (
      <>
        <h2 class="govuk-heading-m">Registrándose</h2>
        <p class="govuk-body" id="avance-texto">
          Van {cuantos(a.asentadas)} de {cuantos(a.lineas)} pagos. Puede cerrar esta página: sigue solo.
        </p>
        <progress max={a.lineas} value={a.asentadas} aria-labelledby="avance-texto" />
      </>
    );
  return (
    <>
      <h2 class="govuk-heading-m">Registrado</h2>
      <p class="govuk-body">
        Se registraron {cuantos(a.lineas - a.repetidas)} pagos.{' '}
        {a.repetidas > 0 ? `${cuantos(a.repetidas)} ya estaban registrados de otro archivo.` : ''}
      </p>
    </>
  );
}
