import { formatearNit } from '@autogestion/normas/nit';
import type { VNode } from 'preact';
import {
  Boton,
  EnlaceBoton,
  Etiqueta,
  Formulario,
  Pagina,
  renderizarPagina,
  Tabla,
  TextoInset,
  type TonoDeEtiqueta,
} from '../../../interfaz/index.ts';
import { cuandoVence, deBorrador, dePresentada, todas } from '../../llenar/index.ts';
import { alcanza, CLIENTES_MAXIMOS } from '../cliente.ts';
import type { FilaDeClientes, TablaDeClientes } from '../la-tabla.ts';
import { ESTADOS, type EstadoDeCliente } from '../tabla.ts';

const TONOS: Readonly<Record<EstadoDeCliente, TonoDeEtiqueta>> = {
  vencida: 'mal',
  'lista-para-firmar': 'informacion',
  'en-borrador': 'ojo',
  'sin-empezar': 'neutra',
  'pendiente-de-pago': 'ojo',
  presentada: 'bien',
};

/** All the clients of an accountant, and what each has to file, by due date. */
export const paginaClientes = ({ clientes, filas, cortada, hoy }: TablaDeClientes) =>
  renderizarPagina(
    <Pagina
      titulo="Sus clientes"
      ancho="mesa"
      migas={[
        { texto: 'Inicio', href: '/' },
        { texto: 'Actuar por otros', href: '/actuar' },
      ]}
    >
      {clientes.length === 0 ? (
        <TextoInset>
          Todavía no puede actuar por nadie. Pídale a cada cliente que entre a «Personas autorizadas» y le dé
          permiso para preparar, con el número de su documento. Nadie tiene que prestarle su contraseña.
        </TextoInset>
      ) : (
        <>
          <p class="govuk-body">
            Lo que vence primero está arriba. Usted prepara; cada cliente firma con su propia firma. Una
            declaración sin firmar está <strong>no presentada</strong>.
          </p>
          <EnlaceBoton href="/clientes/preparar">Preparar varias con un archivo</EnlaceBoton>
          <Tabla
            titulo={`${clientes.length === 1 ? 'Un cliente' : `${clientes.length} clientes`}: lo que vence o venció en un año`}
            conCabezas
            vacia="Ninguno de sus clientes tiene declaraciones en estas fechas."
            columnas={[
              { titulo: 'Cliente' },
              { titulo: 'Declaración' },
              { titulo: 'Vence' },
              { titulo: 'Estado' },
              { titulo: 'Qué sigue' },
            ]}
            filas={filas.map((f) => [
              <>
                <a class="govuk-link" href={todas(f.cliente.idPublico)}>
                  {f.cliente.nombre}
                </a>
                <br />
                NIT {formatearNit(f.cliente.nit, f.cliente.dv)}
              </>,
              f.nombre,
              cuandoVence(f.vence, hoy),
              <Etiqueta tono={TONOS[f.estado]}>{ESTADOS[f.estado]}</Etiqueta>,
              <QueSigue f={f} />,
            ])}
          />
          {cortada ? <p class="govuk-body">Aquí están los primeros {CLIENTES_MAXIMOS} clientes.</p> : null}
          <p class="govuk-body">
            <a class="govuk-link" href="/clientes/tabla.csv">
              Descargar la tabla (CSV)
            </a>
          </p>
        </>
      )}
    </Pagina>,
  );

function QueSigue({ f }: { f: FilaDeClientes }): VNode {
  const { cliente, borrador, presentada } = f;
  const deQuien = <span class="govuk-visually-hidden"> {`${f.nombre}, de ${cliente.nombre}`}</span>;
  if (presentada)
    return (
      <a class="govuk-link" href={dePresentada(cliente.idPublico, presentada)}>
        Ver{deQuien}
      </a>
    );
  if (!alcanza(cliente.ambito, 'preparar')) return <>Su permiso es solo para consultar</>;
  if (!borrador)
    return (
      <a class="govuk-link" href={todas(cliente.idPublico)}>
        Empezar{deQuien}
      </a>
    );
  const base = deBorrador(cliente.idPublico, borrador.idPublico);
  if (!borrador.lista)
    return (
      <a class="govuk-link" href={base}>
        Seguir{deQuien}
      </a>
    );
  if (alcanza(cliente.ambito, 'firmar'))
    return (
      <a class="govuk-link" href={`${base}/revision`}>
        Revisar y firmar{deQuien}
      </a>
    );
  return (
    <Formulario accion={`${base}/pedir-firma`}>
      <Boton variante="enlace">Pedirle la firma{deQuien}</Boton>
    </Formulario>
  );
}
