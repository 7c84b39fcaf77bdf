import { formatearNit } from '@autogestion/normas/nit';
import { formatearFecha, formatearFechaHora } from '@autogestion/normas/fechas';
import {
  Boton,
  Etiqueta,
  Formulario,
  ListaResumen,
  Pagina,
  renderizarPagina,
  TextoInset,
  type Valores,
} from '../../interfaz/index.ts';
import { nit, Preguntar } from '../../interfaz/preguntas/index.ts';
import type { EstadoPublico } from '../consultas.ts';
import { TONOS } from './credencial.tsx';

export const NIT = nit<unknown>({ ayuda: 'Con o sin dígito de verificación. Por ejemplo, 900.123.456-8' });

interface PropsConsulta {
  valores?: Valores;
  errores?: Record<string, string>;
  /** `undefined` before asking; `null` when the NIT is not in the RUT. */
  hallado?: EstadoPublico | null;
}

/** "Consulta estado del RUT": the least that serves who asks by NIT. */
export function paginaConsulta({ valores = {}, errores = {}, hallado }: PropsConsulta): string {
  return renderizarPagina(
    <Pagina
      titulo="Estado del RUT"
      encabezado="Consultar el estado de un RUT"
      migas={[{ texto: 'Inicio', href: '/' }]}
      descripcion="Consulte si un NIT está activo en el RUT"
      errores={errores}
    >
      {hallado === undefined ? null : <Hallado hallado={hallado} />}
      <Formulario accion="/rut/estado">
        <Preguntar pregunta={NIT} nombre="NIT o número de cédula" valores={valores} errores={errores} />
        <Boton>Consultar</Boton>
      </Formulario>
      <p class="govuk-body-s">
        Los datos del RUT son reservados: aquí solo se ve el nombre y el estado. Para verificar una copia,{' '}
        <a class="govuk-link" href="/verificar">
          use su código QR
        </a>
        .
      </p>
    </Pagina>,
  );
}

function Hallado({ hallado: h }: { hallado: EstadoPublico | null }) {
  if (!h) return <TextoInset>Ese NIT no está en el RUT de esta oficina. Revise el número.</TextoInset>;
  return (
    <ListaResumen
      titulo={`NIT ${formatearNit(h.nit, h.dv)}`}
      filas={[
        { rotulo: 'Nombre o razón social', valor: h.nombre },
        {
          rotulo: 'Estado',
          valor: <Etiqueta tono={TONOS[h.estado]}>{`REGISTRO ${h.estado.toUpperCase()}`}</Etiqueta>,
        },
        { rotulo: 'En ese estado desde', valor: formatearFecha(h.desde) },
        { rotulo: 'Última actualización', valor: formatearFechaHora(h.fecha) },
      ]}
    />
  );
}
