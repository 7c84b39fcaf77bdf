import type { VNode } from 'preact';
import {
  Aviso,
  Boton,
  EnlaceBoton,
  Etiqueta,
  Formulario,
  GrupoDeBotones,
  Pagina,
  renderizarPagina,
  Tabla,
} from '../../../interfaz/index.ts';
import { deBorrador } from '../../llenar/index.ts';
import type { ResultadoDeCliente } from '../preparar-lote.ts';

type Props = { resultados: readonly ResultadoDeCliente[]; texto: string } & (
  { paso: 'previa' } | { paso: 'guardado'; /** Clients looked at so far. */ van: number; total: number }
);

/** What a file would do, and what it did: client by client. */
export function paginaLote(o: Props): string {
  const bien = o.resultados.filter((r) => r.ok);
  const mal = o.resultados.filter((r) => !r.ok);
  const guardado = o.paso === 'guardado';
  const faltan = guardado ? o.total - o.van : 0;
  const titulo = guardado
    ? faltan > 0
      ? `Van ${o.van} de ${o.total} clientes`
      : 'Las declaraciones quedaron en borrador'
    : 'Esto es lo que cambiaría';
  return renderizarPagina(
    <Pagina
      titulo={guardado && faltan === 0 && bien.length === 0 ? 'No se guardó nada' : titulo}
      ancho="ancha"
      migas={[
        { texto: 'Inicio', href: '/' },
        { texto: 'Sus clientes', href: '/clientes' },
        { texto: 'Preparar', href: '/clientes/preparar' },
      ]}
    >
      {guardado ? null : (
        <Aviso tipo="informacion">
          Todavía no se ha guardado nada. De cada cliente se guarda todo o nada.
        </Aviso>
      )}
      {bien.length === 0 ? null : <Buenas bien={bien} guardado={guardado} />}
      {mal.length === 0 ? null : <Malas mal={mal} guardado={guardado} />}
      <QueSigue o={o} bien={bien.length} faltan={faltan} />
    </Pagina>,
  );
}

function Buenas({ bien, guardado }: { bien: readonly ResultadoDeCliente[]; guardado: boolean }): VNode {
  return (
    <Tabla
      titulo={guardado ? 'Guardadas, sin firmar: no presentadas' : 'Se pueden guardar'}
      conCabezas
      columnas={[
        { titulo: 'Cliente' },
        { titulo: 'Declaración' },
        { titulo: 'Vence' },
        { titulo: guardado ? 'Cambiaron' : 'Cambian', numerica: true },
        { titulo: 'Tenían otro valor', numerica: true },
        { titulo: guardado ? 'Quedó' : 'Queda' },
      ]}
      filas={bien.flatMap((r) =>
        r.ok
          ? r.preparadas.map((d) => [
              `${r.nombre ?? ''}, NIT ${r.nit}`,
              guardado && d.borrador && r.cliente ? (
                <a class="govuk-link" href={deBorrador(r.cliente, d.borrador)}>
                  {d.nombre}
                </a>
              ) : (
                d.nombre
              ),
              d.vence,
              String(d.cambian),
              String(d.pisan),
              d.lista ? (
                <Etiqueta tono="bien">Lista para firmar</Etiqueta>
              ) : (
                <Etiqueta tono="ojo">{`En borrador: ${d.faltan === 1 ? 'falta una cosa' : `faltan ${d.faltan} cosas`}`}</Etiqueta>
              ),
            ])
          : [],
      )}
    />
  );
}

function Malas({ mal, guardado }: { mal: readonly ResultadoDeCliente[]; guardado: boolean }): VNode {
  return (
    <Tabla
      titulo={guardado ? 'De estos clientes no se guardó nada' : 'De estos clientes no se guardaría nada'}
      conCabezas
      columnas={[
        { titulo: 'Cliente' },
        { titulo: 'Renglón', numerica: true },
        { titulo: 'Columna' },
        { titulo: 'Qué está mal' },
      ]}
      filas={mal.flatMap((r) =>
        r.ok
          ? []
          : r.faltas.map((f) => [
              `${r.nombre ? `${r.nombre}, ` : ''}NIT ${r.nit}`,
              String(f.renglon),
              f.columna,
              f.mensaje,
            ]),
      )}
    />
  );
}

function QueSigue({ o, bien, faltan }: { o: Props; bien: number; faltan: number }): VNode {
  if (o.paso === 'guardado' && faltan === 0)
    return <EnlaceBoton href="/clientes">Ver todos sus clientes</EnlaceBoton>;
  if (o.paso === 'previa' && bien === 0)
    return <EnlaceBoton href="/clientes/preparar">Corregir el archivo y traerlo otra vez</EnlaceBoton>;
  return (
    <Formulario
      accion="/clientes/preparar/guardar"
      ocultos={{ lote: o.texto, desde: o.paso === 'guardado' ? o.van : 0 }}
    >
      <GrupoDeBotones>
        <Boton>
          {o.paso === 'guardado'
            ? `Seguir con los ${faltan} que faltan`
            : `Guardar ${bien === 1 ? 'un cliente' : `${bien} clientes`}`}
        </Boton>
        <a class="govuk-link" href="/clientes/preparar">
          {o.paso === 'guardado' ? 'Dejar hasta aquí' : 'Traer otro archivo'}
        </a>
      </GrupoDeBotones>
    </Formulario>
  );
}
