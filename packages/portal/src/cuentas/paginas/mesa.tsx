import {
  Aviso,
  Boton,
  camposDe,
  CampoTexto,
  Casillas,
  EnlaceBoton,
  Etiqueta,
  Formulario,
  Pagina,
  renderizarPagina,
  Tabla,
  type Tesela,
  Teselas,
  TextoInset,
  type Valores,
} from '../../interfaz/index.ts';
import { AYUDA_CONTRASENA_NUEVA } from '../contrasenas/index.ts';
import { Preguntar } from '../../interfaz/preguntas/index.ts';
import type { CifraDeMesa } from '../cifras.ts';
import { enlace } from '../enlaces.ts';
import type { Funcionario, Yo } from '../funcionarios/crear-funcionario.ts';
import { ROLES } from '../funcionarios/roles.ts';
import { CORREO_DE_FUNCIONARIO, DOCUMENTO_DE_OTRO } from '../preguntas.ts';
import { FormularioLlave } from './piezas.tsx';
import type { Lugar } from './seguridad.tsx';

interface PropsFormulario {
  valores?: Valores;
  errores?: Record<string, string>;
}

export function paginaEntrarMesa({ valores = {}, errores = {} }: PropsFormulario): string {
  return renderizarPagina(
    <Pagina
      titulo="Entrada de funcionarios"
      indexable={false}
      migas={[{ texto: 'Inicio', href: '/' }]}
      islas={['llave']}
      errores={errores}
    >
      <Formulario accion="/mesa/entrar">
        <CampoTexto
          {...camposDe({ valores, errores }).texto('usuario')}
          etiqueta="Usuario"
          autocompletar="username"
          ortografia={false}
          mayusculas="none"
          ancho={20}
        />
        <CampoTexto
          nombre="contrasena"
          error={errores.contrasena}
          etiqueta="Contraseña"
          tipo="password"
          autocompletar="current-password"
          ortografia={false}
        />
        <Boton>Entrar</Boton>
      </Formulario>
      <FormularioLlave
        modo="uso"
        accion="/mesa/entrar/llave"
        opciones="/entrar/llave/opciones"
        boton="Entrar con llave de acceso"
      />
      <p class="govuk-body">
        Si perdió su contraseña o su segundo factor, pida otra invitación a quien supervisa.
      </p>
    </Pagina>,
  );
}

export const paginaActivar = (o: PropsFormulario) => {
  // What was typed as a password is not sent back.
  const { codigo = '' } = o.valores ?? {};
  const campos = camposDe({ valores: { codigo }, errores: o.errores ?? {} });
  return renderizarPagina(
    <Pagina titulo="Su cuenta de funcionario" indexable={false} errores={o.errores}>
      <Formulario accion="/mesa/activar">
        <CampoTexto
          {...campos.texto('codigo')}
          etiqueta="Código de la invitación"
          ayuda="Está en el mensaje que le enviamos, en grupos de cuatro. Si el mensaje solo trae un enlace, cópielo y péguelo aquí."
          ortografia={false}
        />
        <CampoTexto
          {...campos.texto('contrasena')}
          etiqueta="Elija su contraseña"
          ayuda={AYUDA_CONTRASENA_NUEVA}
          tipo="password"
          autocompletar="new-password"
          ortografia={false}
        />
        <Boton>Guardar</Boton>
      </Formulario>
    </Pagina>,
  );
};

export const paginaMesa = (o: {
  lugar: Lugar;
  yo: Yo;
  conSegundo: boolean;
  gestiona: boolean;
  /** Of their own work, each with its list. */
  cifras: readonly CifraDeMesa[];
  /** What rooms below offer to the roles of this official. */
  trabajo: readonly Tesela[];
}) =>
  renderizarPagina(
    <Pagina titulo={`Hola, ${o.yo.nombre}`} ancho="ancha" migas={o.lugar.migas}>
      {o.conSegundo ? null : (
        <>
          <Aviso tipo="importante">
            Antes de atender ponga un segundo factor: una aplicación de códigos o una llave de acceso.
          </Aviso>
          <EnlaceBoton href="/mesa/cuenta/autenticador">Poner una aplicación de códigos</EnlaceBoton>
        </>
      )}
      <p class="govuk-body">
        {o.yo.roles.map((r) => (
          <>
            <Etiqueta>{ROLES[r]}</Etiqueta>{' '}
          </>
        ))}
      </p>
      <Cifras cifras={o.cifras} />
      {o.conSegundo && o.trabajo.length > 0 ? <Teselas titulo="Su trabajo" teselas={o.trabajo} /> : null}
      <Teselas
        titulo="Cuentas"
        teselas={[
          {
            icono: 'persona',
            texto: 'Su cuenta',
            href: '/mesa/cuenta',
            dato: 'Contraseña, segundo factor y sesiones',
          },
          ...(o.conSegundo && o.gestiona
            ? [
                {
                  icono: 'personas' as const,
                  texto: 'Funcionarios',
                  href: enlace('cuentas.funcionarios') ?? '/mesa',
                  dato: 'Quién tiene cuenta y con qué roles',
                },
              ]
            : []),
        ]}
      />
    </Pagina>,
  );

/** One's own figures, first: what is late weighs as much as it is. */
const Cifras = ({ cifras }: { cifras: readonly CifraDeMesa[] }) =>
  cifras.length === 0 ? null : (
    <section aria-labelledby="mis-cifras">
      <h2 class="govuk-heading-m" id="mis-cifras">
        Su día
      </h2>
      <ul class="cifras">
        {cifras.map(({ texto, valor, href, tono }) => (
          <li class={tono ? `cifra cifra--${tono}` : 'cifra'}>
            <span class="cifra__valor">{valor}</span>
            {href && valor > 0 ? (
              <a class="govuk-link" href={href}>
                {texto}
              </a>
            ) : (
              <span>{texto}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );

export function paginaFuncionarios(o: {
  lugar: Lugar;
  lista: readonly Funcionario[];
  /** May create and retire. */
  cambia: boolean;
  yo: string;
  /** Of an account that was just created. */
  invitacion?: { enlace: string; codigo: string };
}): string {
  return renderizarPagina(
    <Pagina titulo="Funcionarios" ancho="ancha" migas={o.lugar.migas}>
      {o.invitacion ? (
        <TextoInset>
          La cuenta quedó creada. Enviamos la invitación a su correo; también puede entregarla usted. No se
          vuelve a mostrar. El código es <code class="huella">{o.invitacion.codigo}</code> y se usa en{' '}
          {o.invitacion.enlace}
        </TextoInset>
      ) : null}
      <Tabla
        titulo="Cuentas"
        tituloOculto
        columnas={[{ titulo: 'Usuario' }, { titulo: 'Nombre' }, { titulo: 'Roles' }, { titulo: 'Estado' }]}
        filas={o.lista.map((f) => [
          f.usuario,
          f.nombre,
          f.roles.map((r) => ROLES[r]).join(', '),
          f.retiradoEn ? (
            <Etiqueta>Retirado</Etiqueta>
          ) : o.cambia && f.usuario !== o.yo ? (
            <Formulario accion="/mesa/funcionarios/retirar" ocultos={{ funcionario: f.idPublico }}>
              {f.invitado ? 'Invitado. ' : 'En servicio. '}
              <Boton variante="enlace">
                Retirar<span class="govuk-visually-hidden"> a {f.nombre}</span>
              </Boton>
            </Formulario>
          ) : (
            'En servicio'
          ),
        ])}
      />
      {o.cambia ? <EnlaceBoton href="/mesa/funcionarios/nuevo">Crear una cuenta</EnlaceBoton> : null}
    </Pagina>,
  );
}

export function paginaFuncionarioNuevo(o: {
  lugar: Lugar;
  valores?: Valores;
  errores?: Record<string, string>;
}): string {
  const { valores = {}, errores = {} } = o;
  const campo = camposDe({ valores, errores });
  return renderizarPagina(
    <Pagina titulo="Crear una cuenta de funcionario" migas={o.lugar.migas} errores={errores}>
      <Formulario accion="/mesa/funcionarios/nuevo">
        <CampoTexto
          {...campo.texto('usuario')}
          etiqueta="Usuario"
          mayusculas="none"
          ortografia={false}
          ancho={20}
        />
        <CampoTexto {...campo.texto('nombre')} etiqueta="Nombres y apellidos" ortografia={false} />
        <Preguntar pregunta={CORREO_DE_FUNCIONARIO} nombre="Correo" {...{ valores, errores }} />
        <Preguntar pregunta={DOCUMENTO_DE_OTRO} {...{ valores, errores }} />
        <Casillas
          {...campo.varios('roles')}
          etiqueta="¿Qué va a hacer?"
          ayuda="Lo menos que le sirva."
          opciones={Object.entries(ROLES).map(([valor, texto]) => ({ valor, texto }))}
        />
        <Boton>Crear</Boton>
      </Formulario>
    </Pagina>,
  );
}
