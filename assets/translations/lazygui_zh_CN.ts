<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>New &amp;Window</source>
        <translation>新建窗口(&amp;W)</translation>
    </message>
    <message>
        <source>Open in New Win&amp;dow…</source>
        <translation>在新窗口中打开(&amp;D)…</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>打开最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>Example &amp;Gallery…</source>
        <translation>示例库(&amp;G)…</translation>
    </message>
    <message>
        <source>Look at all examples with their pictures</source>
        <translation>浏览所有示例及其图片</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>示例(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save &amp;Code as Script…</source>
        <translation>将代码保存为脚本(&amp;C)…</translation>
    </message>
    <message>
        <source>Save a Python script that builds the network and prints its shapes</source>
        <translation>保存一个 Python 脚本，它构建网络并打印各处的形状</translation>
    </message>
    <message>
        <source>Export &amp;Figure…</source>
        <translation>导出图片(&amp;F)…</translation>
    </message>
    <message>
        <source>Save the drawing as a picture: SVG, PDF or PNG</source>
        <translation>把网络图保存为图片：SVG、PDF 或 PNG</translation>
    </message>
    <message>
        <source>C&amp;lose Window</source>
        <translation>关闭窗口(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy what is chosen, or the whole drawing, as a picture</source>
        <translation>把选中的部分（未选中时为整张网络图）复制为图片</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>创建副本(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the chosen nodes and connect what stood on both sides</source>
        <translation>删除选中的节点，并把两侧的节点连接起来</translation>
    </message>
    <message>
        <source>Search for a layer that comes behind what is chosen</source>
        <translation>搜索要接在所选内容后面的层</translation>
    </message>
    <message>
        <source>Add &amp;Before…</source>
        <translation>在前面添加(&amp;B)…</translation>
    </message>
    <message>
        <source>Search for a layer that feeds the chosen node</source>
        <translation>搜索为所选节点提供输入的层</translation>
    </message>
    <message>
        <source>Have another layer stand here, with the same arguments and edges</source>
        <translation>换成另一个层，保留相同的实参和边</translation>
    </message>
    <message>
        <source>Take &amp;Out of Chain</source>
        <translation>从链中取出(&amp;O)</translation>
    </message>
    <message>
        <source>Pull the chosen nodes out; what stood on both sides is connected</source>
        <translation>取出选中的节点，并把两侧的节点连接起来</translation>
    </message>
    <message>
        <source>Edit the arguments of the chosen node on its card</source>
        <translation>在卡片上编辑所选节点的实参</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Groups</source>
        <translation>组(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Group Selection</source>
        <translation>将所选节点编组(&amp;G)</translation>
    </message>
    <message>
        <source>Put the chosen nodes into a group of their own</source>
        <translation>把所选节点放进一个新的组</translation>
    </message>
    <message>
        <source>&amp;Dissolve Group</source>
        <translation>解散组(&amp;D)</translation>
    </message>
    <message>
        <source>Collapse or &amp;Expand Group</source>
        <translation>折叠或展开组(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Collapse All</source>
        <translation>全部折叠(&amp;C)</translation>
    </message>
    <message>
        <source>E&amp;xpand All</source>
        <translation>全部展开(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Save as Block…</source>
        <translation>存为块(&amp;S)…</translation>
    </message>
    <message>
        <source>Keep the chosen group among the layers, to be used again</source>
        <translation>把所选的组保存到层列表中，以便再次使用</translation>
    </message>
    <message>
        <source>C&amp;omments</source>
        <translation>注释(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;hare Parameters With…</source>
        <translation>与其他层共享参数(&amp;H)…</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Copy as &amp;Image</source>
        <translation>复制为图片(&amp;I)</translation>
    </message>
    <message>
        <source>La&amp;yer</source>
        <translation>层(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Delete and Close the Chain</source>
        <translation>删除并接合链(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Add Layer…</source>
        <translation>添加层(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Swap For…</source>
        <translation>替换为(&amp;S)…</translation>
    </message>
    <message>
        <source>Edit Argu&amp;ments</source>
        <translation>编辑实参(&amp;M)</translation>
    </message>
    <message>
        <source>Tie &amp;Weight To…</source>
        <translation>绑定权重到(&amp;W)…</translation>
    </message>
    <message>
        <source>Find nodes by name, layer, shape or state</source>
        <translation>按名称、层、形状或状态查找节点</translation>
    </message>
    <message>
        <source>Choose also all that the chosen nodes depend on</source>
        <translation>同时选中所选节点依赖的全部节点</translation>
    </message>
    <message>
        <source>Choose also all that depends on the chosen nodes</source>
        <translation>同时选中依赖所选节点的全部节点</translation>
    </message>
    <message>
        <source>Arrang&amp;e</source>
        <translation>排列(&amp;E)</translation>
    </message>
    <message>
        <source>Ti&amp;dy</source>
        <translation>整理(&amp;D)</translation>
    </message>
    <message>
        <source>Lay out what is chosen, or the whole drawing, from left to right</source>
        <translation>将所选节点或整个网络图从左到右重新排布</translation>
    </message>
    <message>
        <source>Align &amp;Left Edges</source>
        <translation>左对齐(&amp;L)</translation>
    </message>
    <message>
        <source>Align &amp;Centres</source>
        <translation>水平居中对齐(&amp;C)</translation>
    </message>
    <message>
        <source>Align &amp;Right Edges</source>
        <translation>右对齐(&amp;R)</translation>
    </message>
    <message>
        <source>Align &amp;Top Edges</source>
        <translation>顶端对齐(&amp;T)</translation>
    </message>
    <message>
        <source>Align &amp;Middles</source>
        <translation>垂直居中对齐(&amp;M)</translation>
    </message>
    <message>
        <source>Align &amp;Bottom Edges</source>
        <translation>底端对齐(&amp;B)</translation>
    </message>
    <message>
        <source>Space Evenly &amp;Horizontally</source>
        <translation>水平等距分布(&amp;H)</translation>
    </message>
    <message>
        <source>Space Evenly &amp;Vertically</source>
        <translation>垂直等距分布(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>选择(&amp;S)</translation>
    </message>
    <message>
        <source>Add &amp;Note</source>
        <translation>添加便签(&amp;N)</translation>
    </message>
    <message>
        <source>Write a note above what is chosen</source>
        <translation>在所选内容上方写便签</translation>
    </message>
    <message>
        <source>Add &amp;Frame</source>
        <translation>添加框(&amp;F)</translation>
    </message>
    <message>
        <source>Draw a frame with a title around what is chosen</source>
        <translation>在所选内容周围画一个带标题的框</translation>
    </message>
    <message>
        <source>Next &amp;Comment</source>
        <translation>下一个注释(&amp;C)</translation>
    </message>
    <message>
        <source>Go from comment to comment</source>
        <translation>在注释之间移动</translation>
    </message>
    <message>
        <source>Select &amp;Upstream</source>
        <translation>选择上游(&amp;U)</translation>
    </message>
    <message>
        <source>Select &amp;Downstream</source>
        <translation>选择下游(&amp;D)</translation>
    </message>
    <message>
        <source>Mo&amp;ve Selection</source>
        <translation>移动所选节点(&amp;V)</translation>
    </message>
    <message>
        <source>Move &amp;Left</source>
        <translation>左移(&amp;L)</translation>
    </message>
    <message>
        <source>Move &amp;Right</source>
        <translation>右移(&amp;R)</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>100%(&amp;1)</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>Show &amp;Layers</source>
        <translation>显示组件面板(&amp;L)</translation>
    </message>
    <message>
        <source>Show In&amp;spector</source>
        <translation>显示属性面板(&amp;S)</translation>
    </message>
    <message>
        <source>Show &amp;Code, Problems and Run Log</source>
        <translation>显示代码、问题与运行日志(&amp;C)</translation>
    </message>
    <message>
        <source>Live S&amp;hapes</source>
        <translation>实时形状(&amp;H)</translation>
    </message>
    <message>
        <source>Infer all shapes after each edit; off for a class that is to be surprised</source>
        <translation>每次编辑后推断所有形状；课堂上想留悬念时可关闭</translation>
    </message>
    <message>
        <source>&amp;Minimap</source>
        <translation>缩略图(&amp;M)</translation>
    </message>
    <message>
        <source>Show the whole drawing, small, while only a part of it is seen</source>
        <translation>只看到一部分图时，在角落显示整张图的缩略图</translation>
    </message>
    <message>
        <source>Snap to &amp;Grid</source>
        <translation>对齐网格(&amp;G)</translation>
    </message>
    <message>
        <source>Let dragged nodes go in steps; Ctrl while dragging holds it off</source>
        <translation>拖动节点时按网格移动；拖动时按住 Ctrl 则不对齐</translation>
    </message>
    <message>
        <source>&amp;Reduce Motion</source>
        <translation>减少动画(&amp;R)</translation>
    </message>
    <message>
        <source>Show every change at once, without an animation</source>
        <translation>所有变化立即显示，不使用动画</translation>
    </message>
    <message>
        <source>&amp;Projector Mode</source>
        <translation>投影模式(&amp;P)</translation>
    </message>
    <message>
        <source>Large type and strong colours on the whole screen, without panels</source>
        <translation>全屏显示大号文字和强烈色彩，并隐藏面板</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Follow the System</source>
        <translation>跟随系统(&amp;F)</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>语言(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Run Sample</source>
        <translation>运行样本(&amp;R)</translation>
    </message>
    <message>
        <source>Send a random tensor through the network</source>
        <translation>让一个随机张量走过网络</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Stop the run at once</source>
        <translation>立即停止运行</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>单步(&amp;S)</translation>
    </message>
    <message>
        <source>Let the sample pass one more layer (Space on the canvas)</source>
        <translation>让样本再经过一层（在画布上按空格键）</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>Take the last step back: its layer is uninitialized again</source>
        <translation>撤回上一步：该层重新变为未初始化</translation>
    </message>
    <message>
        <source>Play or P&amp;ause</source>
        <translation>播放或暂停(&amp;A)</translation>
    </message>
    <message>
        <source>Let the sample pass one layer after the other</source>
        <translation>让样本逐层经过网络</translation>
    </message>
    <message>
        <source>Re&amp;wind</source>
        <translation>回到开头(&amp;W)</translation>
    </message>
    <message>
        <source>Go back to where no layer has been passed</source>
        <translation>回到尚未经过任何层的状态</translation>
    </message>
    <message>
        <source>Pre&amp;dict Shapes</source>
        <translation>预测形状(&amp;D)</translation>
    </message>
    <message>
        <source>Ask before each step which shape will come out</source>
        <translation>每一步之前先询问输出的形状</translation>
    </message>
    <message>
        <source>R&amp;eset</source>
        <translation>重置(&amp;E)</translation>
    </message>
    <message>
        <source>Make every layer uninitialized again</source>
        <translation>让每个层回到未初始化的状态</translation>
    </message>
    <message>
        <source>&amp;Train Mode</source>
        <translation>训练模式(&amp;T)</translation>
    </message>
    <message>
        <source>Run dropout and normalization as in training</source>
        <translation>让暂退法和规范化按训练时的方式运行</translation>
    </message>
    <message>
        <source>&amp;Initialize Weights…</source>
        <translation>初始化权重(&amp;I)…</translation>
    </message>
    <message>
        <source>Choose how weights are initialized after the dry run</source>
        <translation>选择试运行之后如何初始化权重</translation>
    </message>
    <message>
        <source>&amp;Go Back (Gradients)</source>
        <translation>反向传播(&amp;G)</translation>
    </message>
    <message>
        <source>Backward pass from the chosen loss, or else from the mean of all outputs</source>
        <translation>从所选损失反向传播，否则从所有输出的均值开始</translation>
    </message>
    <message>
        <source>L&amp;ook Inside…</source>
        <translation>查看内部(&amp;O)…</translation>
    </message>
    <message>
        <source>See the weights and the output of the chosen node as pictures</source>
        <translation>以图像查看所选节点的权重和输出</translation>
    </message>
    <message>
        <source>Initialize Too Ear&amp;ly</source>
        <translation>过早初始化(&amp;L)</translation>
    </message>
    <message>
        <source>See the trap: before the dry run lazy layers have no weights yet</source>
        <translation>看看这个陷阱：试运行之前，延后初始化的层还没有权重</translation>
    </message>
    <message>
        <source>R&amp;un Settings…</source>
        <translation>运行设置(&amp;U)…</translation>
    </message>
    <message>
        <source>Choose the device, the precision and the threads of runs</source>
        <translation>选择运行的设备、精度和线程数</translation>
    </message>
    <message>
        <source>&amp;New Seed</source>
        <translation>更换随机种子(&amp;N)</translation>
    </message>
    <message>
        <source>Draw another seed for weights and samples</source>
        <translation>为权重和样本另取一个随机种子</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Search Layers</source>
        <translation>搜索层(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Canvas</source>
        <translation>画布(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>属性面板(&amp;I)</translation>
    </message>
    <message>
        <source>C&amp;ode</source>
        <translation>代码(&amp;O)</translation>
    </message>
    <message>
        <source>Run &amp;Log</source>
        <translation>运行日志(&amp;L)</translation>
    </message>
    <message>
        <source>P&amp;roblems</source>
        <translation>问题(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>历史记录(&amp;H)</translation>
    </message>
    <message>
        <source>Summar&amp;y</source>
        <translation>摘要(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>深度(&amp;D)</translation>
    </message>
    <message>
        <source>R&amp;uns</source>
        <translation>运行记录(&amp;U)</translation>
    </message>
    <message>
        <source>Next Pro&amp;blem</source>
        <translation>下一个问题(&amp;B)</translation>
    </message>
    <message>
        <source>Previous Proble&amp;m</source>
        <translation>上一个问题(&amp;M)</translation>
    </message>
    <message>
        <source>Co&amp;nnect</source>
        <translation>连接(&amp;N)</translation>
    </message>
    <message>
        <source>Connect the selected node to another one by keyboard</source>
        <translation>用键盘将所选节点连接到另一个节点</translation>
    </message>
    <message>
        <source>N&amp;ext Node</source>
        <translation>下一个节点(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Previous Node</source>
        <translation>上一个节点(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗口(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys and Gestures</source>
        <translation>按键与手势(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About LazyGUI</source>
        <translation>关于 LazyGUI(&amp;A)</translation>
    </message>
</context>
<context>
    <name>ArgumentForm</name>
    <message>
        <source>Arguments</source>
        <translation>实参</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>This version does not know {type}. It is kept as it is and cannot run.</source>
        <translation>此版本不认识 {type}。它会原样保留，但无法运行。</translation>
    </message>
    <message>
        <source>This version does not know what follows. It is kept, but the layer cannot run with it.</source>
        <translation>此版本不认识以下内容。它们会被保留，但该层因此无法运行。</translation>
    </message>
    <message>
        <source>This layer has no arguments.</source>
        <translation>该层没有实参。</translation>
    </message>
</context>
<context>
    <name>ArgumentRow</name>
    <message>
        <source>Reset {argument} to the default</source>
        <translation>将“{argument}”恢复为默认值</translation>
    </message>
    <message>
        <source>Back to the default: {value}</source>
        <translation>恢复默认值：{value}</translation>
    </message>
    <message>
        <source>From {low} to {high}.</source>
        <translation>从 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>More than {low}.</source>
        <translation>大于 {low}。</translation>
    </message>
    <message>
        <source>At least {low}.</source>
        <translation>至少为 {low}。</translation>
    </message>
    <message>
        <source>At most {high}.</source>
        <translation>至多为 {high}。</translation>
    </message>
</context>
<context>
    <name>AutoButton</name>
    <message>
        <source>Filled in by the program: {value}</source>
        <translation>由程序填入：{value}</translation>
    </message>
    <message>
        <source>Filled in by the program.</source>
        <translation>由程序填入。</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Have the program fill in {argument}</source>
        <translation>由程序填入{argument}</translation>
    </message>
    <message>
        <source>Have the program fill it in from what arrives.</source>
        <translation>由程序根据收到的张量填入。</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>weight {state}</source>
        <translation>权重{state}</translation>
    </message>
    <message>
        <source>warning: {sentence}</source>
        <translation>警告：{sentence}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>inferred {shape}</source>
        <translation>推断为 {shape}</translation>
    </message>
    <message>
        <source>{port}, output of {node}, connected to {other}</source>
        <translation>{port}，{node} 的输出，已连接到 {other}</translation>
    </message>
    <message>
        <source>{port}, output of {node}, not connected</source>
        <translation>{port}，{node} 的输出，未连接</translation>
    </message>
    <message>
        <source>{port}, input of {node}, connected to {other}</source>
        <translation>{port}，{node} 的输入，已连接到 {other}</translation>
    </message>
    <message>
        <source>{port}, input of {node}, not connected</source>
        <translation>{port}，{node} 的输入，未连接</translation>
    </message>
    <message>
        <source>edge from {source} to {target}</source>
        <translation>从 {source} 到 {target} 的边</translation>
    </message>
    <message>
        <source>note: {text}</source>
        <translation>便签：{text}</translation>
    </message>
    <message>
        <source>frame: {text}</source>
        <translation>框：{text}</translation>
    </message>
    <message>
        <source>Nothing can be connected to {source}: no free input fits. Esc leaves.</source>
        <translation>{source} 无法连接到任何节点：没有合适的空闲输入。按 Esc 退出。</translation>
    </message>
    <message>
        <source>Connect {source} to {target}? Type letters, or choose with arrows and Enter. Esc leaves.</source>
        <translation>将 {source} 连接到 {target}？键入字母，或用方向键选择并按回车键。按 Esc 退出。</translation>
    </message>
    <message>
        <source>Remove the edge from {source} to {target}? Enter removes it. Letters and arrows choose, Esc leaves.</source>
        <translation>删除从 {source} 到 {target} 的边？按回车键删除，用字母或方向键选择，按 Esc 退出。</translation>
    </message>
    <message>
        <source>uninitialized</source>
        <translation>未初始化</translation>
    </message>
    <message>
        <source>running…</source>
        <translation>运行中…</translation>
    </message>
    <message>
        <source>initialized</source>
        <translation>已初始化</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>已到达</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>未保留</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>has run</source>
        <translation>已运行</translation>
    </message>
    <message>
        <source>unknown layer</source>
        <translation>未知的层</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>不匹配</translation>
    </message>
    <message>
        <source>{n} params</source>
        <translation>{n} 个参数</translation>
    </message>
    <message>
        <source>shared with {node}</source>
        <translation>与 {node} 共享</translation>
    </message>
    <message>
        <source>no finite value</source>
        <translation>没有有限的值</translation>
    </message>
    <message>
        <source>constant {value}</source>
        <translation>常量 {value}</translation>
    </message>
    <message>
        <source>Waits for {node}.</source>
        <translation>等待 {node}。</translation>
    </message>
    <message>
        <source>waits for {node}</source>
        <translation>等待 {node}</translation>
    </message>
    <message>
        <source>Received {shapes}.</source>
        <translation>收到 {shapes}。</translation>
    </message>
    <message>
        <source>PyTorch: {words}</source>
        <translation>PyTorch：{words}</translation>
    </message>
    <message>
        <source>group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>1 层</translation>
    </message>
    <message>
        <source>{n} layers</source>
        <translation>{n} 层</translation>
    </message>
    <message>
        <source>In {node}: {problem}</source>
        <translation>在 {node} 中：{problem}</translation>
    </message>
    <message>
        <source>Inferred; no sample has been here.</source>
        <translation>推断得出；样本尚未经过这里。</translation>
    </message>
    <message>
        <source>Only a run can tell this shape.</source>
        <translation>只有运行才能得知这个形状。</translation>
    </message>
    <message>
        <source>N is the batch: not part of any weight.</source>
        <translation>N 是批量：不属于任何权重。</translation>
    </message>
    <message>
        <source>Let go to take it out; the chain closes.</source>
        <translation>松开即可取出，链会自动接合。</translation>
    </message>
    <message>
        <source>Press Shift while you drag to take it out of its chain.</source>
        <translation>拖动时按下 Shift，可将其从链中取出。</translation>
    </message>
    <message>
        <source>Let go to put the copies here. Esc leaves.</source>
        <translation>松开即可把副本放在此处。按 Esc 取消。</translation>
    </message>
    <message>
        <source>Let go to choose what stands here.</source>
        <translation>松开即可选择此处要放的层。</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Choose one node first, then connect it.</source>
        <translation>请先选择一个节点，再连接它。</translation>
    </message>
    <message>
        <source>Choose one node that has arguments, then edit them on its card.</source>
        <translation>请先选择一个有实参的节点，再在其卡片上编辑。</translation>
    </message>
    <message>
        <source>Drag an Input and layers here, press / to search for them, or open an example with Ctrl+Shift+O.</source>
        <translation>请先将一个 Input、再将其他层拖到这里，按 / 键搜索，或按 Ctrl+Shift+O 打开示例。</translation>
    </message>
</context>
<context>
    <name>Catalog</name>
    <message>
        <source>Negative slope</source>
        <translation>负半轴斜率</translation>
    </message>
    <message>
        <source>Slope of the function below zero.</source>
        <translation>函数在零以下的斜率。</translation>
    </message>
    <message>
        <source>Smallest slope</source>
        <translation>最小斜率</translation>
    </message>
    <message>
        <source>Lower end of the range from which the slope below zero is drawn in training.</source>
        <translation>训练时，零以下的斜率从一个区间中随机抽取；这是该区间的下界。</translation>
    </message>
    <message>
        <source>Largest slope</source>
        <translation>最大斜率</translation>
    </message>
    <message>
        <source>Upper end of the range from which the slope below zero is drawn in training.</source>
        <translation>训练时，零以下的斜率从一个区间中随机抽取；这是该区间的上界。</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>alpha</translation>
    </message>
    <message>
        <source>Depth of the saturation: far below zero the output tends to minus alpha.</source>
        <translation>饱和的深度：输入远小于零时，输出趋于负的 alpha。</translation>
    </message>
    <message>
        <source>Approximation</source>
        <translation>近似</translation>
    </message>
    <message>
        <source>none computes the exact function, tanh a faster approximation of it.</source>
        <translation>none 计算精确的函数，tanh 计算更快的近似。</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>beta</translation>
    </message>
    <message>
        <source>Sharpness of the bend at zero; the larger it is, the closer the function is to ReLU.</source>
        <translation>零附近弯曲的锐利程度；值越大，函数越接近 ReLU。</translation>
    </message>
    <message>
        <source>Linear above</source>
        <translation>线性阈值</translation>
    </message>
    <message>
        <source>Where beta times the input exceeds this, the function is the input itself.</source>
        <translation>beta 与输入之积超过此值时，函数就是输入本身。</translation>
    </message>
    <message>
        <source>Lambda</source>
        <translation>lambda</translation>
    </message>
    <message>
        <source>Values whose magnitude does not exceed this become zero.</source>
        <translation>绝对值不超过此值的元素变为零。</translation>
    </message>
    <message>
        <source>Smallest value</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Smaller values become this one.</source>
        <translation>更小的值变为此值。</translation>
    </message>
    <message>
        <source>Largest value</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Larger values become this one. It must exceed the smallest value.</source>
        <translation>更大的值变为此值。它必须大于最小值。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Values above this pass unchanged.</source>
        <translation>大于此值的元素原样通过。</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>替换值</translation>
    </message>
    <message>
        <source>What the values at or below the threshold become.</source>
        <translation>小于或等于阈值的元素变成的值。</translation>
    </message>
    <message>
        <source>Rectified linear unit (ReLU)</source>
        <translation>修正线性单元（ReLU）</translation>
    </message>
    <message>
        <source>Keeps what is positive and makes the rest zero: max(0, x).</source>
        <translation>保留正值，其余变为零：max(0, x)。</translation>
    </message>
    <message>
        <source>ReLU as a function</source>
        <translation>ReLU（函数形式）</translation>
    </message>
    <message>
        <source>Computes max(0, x) in the forward function, with no module of its own.</source>
        <translation>在前向传播函数中计算 max(0, x)，自身不是模块。</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>带泄漏的 ReLU</translation>
    </message>
    <message>
        <source>ReLU with a small slope below zero, so that no unit dies.</source>
        <translation>零以下带有小斜率的 ReLU，避免单元“死亡”。</translation>
    </message>
    <message>
        <source>Parametric ReLU (PReLU)</source>
        <translation>参数化 ReLU（PReLU）</translation>
    </message>
    <message>
        <source>Slopes</source>
        <translation>斜率个数</translation>
    </message>
    <message>
        <source>1 learns one slope for everything, the number of channels one for each.</source>
        <translation>1 表示全部共用一个斜率；等于通道数时每个通道各学一个。</translation>
    </message>
    <message>
        <source>First slope</source>
        <translation>初始斜率</translation>
    </message>
    <message>
        <source>Slope below zero before anything is learned.</source>
        <translation>学习开始之前零以下的斜率。</translation>
    </message>
    <message>
        <source>ReLU with a slope below zero that is learned, one or one for each channel.</source>
        <translation>零以下的斜率可学习的 ReLU，共用一个斜率或每个通道一个。</translation>
    </message>
    <message>
        <source>Randomized leaky ReLU</source>
        <translation>随机带泄漏的 ReLU</translation>
    </message>
    <message>
        <source>Leaky ReLU whose slope below zero is random in training and fixed in prediction.</source>
        <translation>零以下的斜率在训练时随机、在预测时固定的带泄漏的 ReLU。</translation>
    </message>
    <message>
        <source>ReLU up to 6</source>
        <translation>上限为 6 的 ReLU</translation>
    </message>
    <message>
        <source>Limits values to between 0 and 6.</source>
        <translation>把值限制在 0 与 6 之间。</translation>
    </message>
    <message>
        <source>Exponential linear unit (ELU)</source>
        <translation>指数线性单元（ELU）</translation>
    </message>
    <message>
        <source>The input above zero, and alpha (exp(x) - 1) below.</source>
        <translation>零以上为输入本身，零以下为 alpha (exp(x) - 1)。</translation>
    </message>
    <message>
        <source>Scaled exponential linear unit (SELU)</source>
        <translation>缩放指数线性单元（SELU）</translation>
    </message>
    <message>
        <source>ELU with fixed constants that keep mean 0 and variance 1 through deep networks.</source>
        <translation>带有固定常数的 ELU，使深层网络保持均值为 0、方差为 1。</translation>
    </message>
    <message>
        <source>Continuously differentiable ELU (CELU)</source>
        <translation>连续可微指数线性单元（CELU）</translation>
    </message>
    <message>
        <source>ELU with exp(x / alpha), which is smooth at zero for every alpha.</source>
        <translation>使用 exp(x / alpha) 的 ELU，对任何 alpha 在零处都光滑。</translation>
    </message>
    <message>
        <source>Gaussian error linear unit (GELU)</source>
        <translation>高斯误差线性单元（GELU）</translation>
    </message>
    <message>
        <source>The input times the probability that a normal variable is below it.</source>
        <translation>输入乘以标准正态变量小于它的概率。</translation>
    </message>
    <message>
        <source>Sigmoid linear unit (SiLU)</source>
        <translation>sigmoid 线性单元（SiLU）</translation>
    </message>
    <message>
        <source>The input times its sigmoid, also known as Swish.</source>
        <translation>输入乘以它的 sigmoid，也称为 Swish。</translation>
    </message>
    <message>
        <source>Mish</source>
        <translation>Mish</translation>
    </message>
    <message>
        <source>The input times the hyperbolic tangent of its softplus.</source>
        <translation>输入乘以其 softplus 的双曲正切。</translation>
    </message>
    <message>
        <source>Hard Swish</source>
        <translation>分段线性 Swish</translation>
    </message>
    <message>
        <source>Swish in straight pieces, cheap enough for small devices.</source>
        <translation>用直线段近似的 Swish，计算量小，适合小型设备。</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>Squeezes values into (0, 1): 1 / (1 + exp(-x)).</source>
        <translation>把值压缩到 (0, 1)：1 / (1 + exp(-x))。</translation>
    </message>
    <message>
        <source>Log sigmoid</source>
        <translation>对数 sigmoid</translation>
    </message>
    <message>
        <source>The logarithm of the sigmoid, computed stably.</source>
        <translation>sigmoid 的对数，计算在数值上稳定。</translation>
    </message>
    <message>
        <source>Hard sigmoid</source>
        <translation>分段线性 sigmoid</translation>
    </message>
    <message>
        <source>Sigmoid in straight pieces: 0 below -3, 1 above 3.</source>
        <translation>用直线段近似的 sigmoid：小于 -3 时为 0，大于 3 时为 1。</translation>
    </message>
    <message>
        <source>Hyperbolic tangent</source>
        <translation>双曲正切</translation>
    </message>
    <message>
        <source>Squeezes values into (-1, 1).</source>
        <translation>把值压缩到 (-1, 1)。</translation>
    </message>
    <message>
        <source>Hard hyperbolic tangent</source>
        <translation>分段线性双曲正切</translation>
    </message>
    <message>
        <source>Limits values to between two bounds.</source>
        <translation>把值限制在两个界限之间。</translation>
    </message>
    <message>
        <source>Tanh shrinkage</source>
        <translation>双曲正切收缩</translation>
    </message>
    <message>
        <source>The input less its hyperbolic tangent.</source>
        <translation>输入减去它的双曲正切。</translation>
    </message>
    <message>
        <source>Soft shrinkage</source>
        <translation>软收缩</translation>
    </message>
    <message>
        <source>Moves every value towards zero by lambda, and stops at zero.</source>
        <translation>让每个值向零移动 lambda，到零为止。</translation>
    </message>
    <message>
        <source>Hard shrinkage</source>
        <translation>硬收缩</translation>
    </message>
    <message>
        <source>Makes values near zero exactly zero and keeps the others.</source>
        <translation>把接近零的值变为零，其余保持不变。</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>softplus</translation>
    </message>
    <message>
        <source>A smooth ReLU: log(1 + exp(beta x)) / beta.</source>
        <translation>平滑的 ReLU：log(1 + exp(beta x)) / beta。</translation>
    </message>
    <message>
        <source>Softsign</source>
        <translation>softsign</translation>
    </message>
    <message>
        <source>Squeezes values into (-1, 1): x / (1 + |x|).</source>
        <translation>把值压缩到 (-1, 1)：x / (1 + |x|)。</translation>
    </message>
    <message>
        <source>Keeps values above a threshold and replaces the others.</source>
        <translation>保留大于阈值的值，替换其余的值。</translation>
    </message>
    <message>
        <source>Gated linear unit (GLU)</source>
        <translation>门控线性单元（GLU）</translation>
    </message>
    <message>
        <source>Halves an axis: the first half times the sigmoid of the second.</source>
        <translation>把一个轴分成两半：前一半乘以后一半的 sigmoid。</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>Turns the values along an axis into probabilities that sum to 1.</source>
        <translation>把一个轴上的值变成总和为 1 的概率。</translation>
    </message>
    <message>
        <source>Log softmax</source>
        <translation>对数 softmax</translation>
    </message>
    <message>
        <source>The logarithm of softmax along an axis, computed stably.</source>
        <translation>沿一个轴的 softmax 的对数，计算在数值上稳定。</translation>
    </message>
    <message>
        <source>Softmin</source>
        <translation>softmin</translation>
    </message>
    <message>
        <source>Softmax of the negated input: the smallest value gets the largest probability.</source>
        <translation>对取负后的输入做 softmax：最小的值得到最大的概率。</translation>
    </message>
    <message>
        <source>Softmax over channels</source>
        <translation>通道上的 softmax</translation>
    </message>
    <message>
        <source>Softmax over the channels of every pixel of a (N, C, H, W) or (C, H, W) input.</source>
        <translation>对形状为 (N, C, H, W) 或 (C, H, W) 的输入，在每个像素的通道上做 softmax。</translation>
    </message>
    <message>
        <source>Input features</source>
        <translation>输入特征数</translation>
    </message>
    <message>
        <source>Length of the last axis of the input. The lazy layer finds it by itself.</source>
        <translation>输入最后一个轴的长度。延后初始化的层会自行推断它。</translation>
    </message>
    <message>
        <source>Output features</source>
        <translation>输出特征数</translation>
    </message>
    <message>
        <source>Length of the last axis of the output: the number of units of the layer.</source>
        <translation>输出最后一个轴的长度，即该层的单元数。</translation>
    </message>
    <message>
        <source>Input channels</source>
        <translation>输入通道数</translation>
    </message>
    <message>
        <source>Number of channels of the input. The lazy layer finds it by itself.</source>
        <translation>输入的通道数。延后初始化的层会自行推断它。</translation>
    </message>
    <message>
        <source>Output channels</source>
        <translation>输出通道数</translation>
    </message>
    <message>
        <source>Number of channels of the output: how many filters the layer learns.</source>
        <translation>输出的通道数，即该层学习的滤波器个数。</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征数</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Learn a bias that is added to the output.</source>
        <translation>学习一个加到输出上的偏置。</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>窗口大小</translation>
    </message>
    <message>
        <source>Size of the sliding window in elements: one number for all axes, or one for each.</source>
        <translation>滑动窗口的大小（元素个数）：所有轴共用一个数，或每个轴各一个数。</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>How many elements the window moves at each step; 2 halves the resolution.</source>
        <translation>窗口每次移动的元素个数；取 2 时分辨率减半。</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Number of elements added at both ends of each axis.</source>
        <translation>每个轴两端各填充的元素个数。</translation>
    </message>
    <message>
        <source>Size of each axis behind the channels; None computes it from the other arguments.</source>
        <translation>通道之后各轴的大小；None 表示由其他参数计算。</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>膨胀</translation>
    </message>
    <message>
        <source>Distance between neighbouring elements of the window; 1 leaves no gaps.</source>
        <translation>窗口中相邻元素的间距；取 1 时没有空隙。</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>小常数 ε</translation>
    </message>
    <message>
        <source>Small number added to the variance, so that nothing is divided by zero.</source>
        <translation>加到方差上的小常数，避免除以零。</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>轴</translation>
    </message>
    <message>
        <source>The axis to work along, counted from 0; -1 is the last one.</source>
        <translation>沿哪个轴计算，从 0 数起；-1 表示最后一个轴。</translation>
    </message>
    <message>
        <source>First axis</source>
        <translation>起始轴</translation>
    </message>
    <message>
        <source>The first axis to join, counted from 0; 1 keeps the batch apart.</source>
        <translation>从哪个轴开始合并，从 0 数起；取 1 时批量轴不参与合并。</translation>
    </message>
    <message>
        <source>Last axis</source>
        <translation>结束轴</translation>
    </message>
    <message>
        <source>The last axis to join, itself included; -1 is the last one.</source>
        <translation>合并到哪个轴为止（包含该轴）；-1 表示最后一个轴。</translation>
    </message>
    <message>
        <source>In place</source>
        <translation>原地计算</translation>
    </message>
    <message>
        <source>Overwrite the input to save memory. Other readers of the input see the new values.</source>
        <translation>覆盖输入以节省内存。读取同一输入的其他层会看到新值。</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>组数</translation>
    </message>
    <message>
        <source>Into how many groups the channels are split. It must divide both input channels and output channels.</source>
        <translation>把通道分成多少组。它必须同时整除输入通道数和输出通道数。</translation>
    </message>
    <message>
        <source>Padding values</source>
        <translation>填充内容</translation>
    </message>
    <message>
        <source>What the padding holds: zeros, the mirrored input, its edge repeated, or its other end.</source>
        <translation>填充什么内容：零、输入的镜像、重复的边缘，或输入的另一端。</translation>
    </message>
    <message>
        <source>Number of elements added at both ends of each axis; same keeps the size at stride 1, valid adds none.</source>
        <translation>每个轴两端各填充的元素个数；same 在步幅为 1 时保持大小不变，valid 不填充。</translation>
    </message>
    <message>
        <source>Number of elements that the output loses at both ends of each axis.</source>
        <translation>输出在每个轴的两端各去掉的元素个数。</translation>
    </message>
    <message>
        <source>How far apart neighbouring inputs land in the output; 2 doubles the resolution.</source>
        <translation>相邻的输入元素在输出中的间距；取 2 时分辨率加倍。</translation>
    </message>
    <message>
        <source>Output padding</source>
        <translation>输出填充</translation>
    </message>
    <message>
        <source>Number of elements added at one end of the output. It must be less than the stride or the dilation.</source>
        <translation>在输出一端添加的元素个数。它必须小于步幅或膨胀。</translation>
    </message>
    <message>
        <source>Slides learned filters over the input, whose number of channels it finds at the first run.</source>
        <translation>让学习到的滤波器在输入上滑动；输入通道数在首次运行时推断。</translation>
    </message>
    <message>
        <source>Slides learned filters over the input.</source>
        <translation>让学习到的滤波器在输入上滑动。</translation>
    </message>
    <message>
        <source>Enlarges the input with learned filters; it finds the number of input channels at the first run.</source>
        <translation>用学习到的滤波器放大输入；输入通道数在首次运行时推断。</translation>
    </message>
    <message>
        <source>Enlarges the input with learned filters: the mirror image of a convolution.</source>
        <translation>用学习到的滤波器放大输入，与卷积的方向相反。</translation>
    </message>
    <message>
        <source>Height and width of the image that the windows are laid on.</source>
        <translation>放置各窗口的图像的高度和宽度。</translation>
    </message>
    <message>
        <source>Number of zeros added at both ends of each axis.</source>
        <translation>每个轴两端各添加的零的个数。</translation>
    </message>
    <message>
        <source>1-D convolution, lazy</source>
        <translation>一维卷积层（延后初始化）</translation>
    </message>
    <message>
        <source>2-D convolution, lazy</source>
        <translation>二维卷积层（延后初始化）</translation>
    </message>
    <message>
        <source>3-D convolution, lazy</source>
        <translation>三维卷积层（延后初始化）</translation>
    </message>
    <message>
        <source>1-D transposed convolution, lazy</source>
        <translation>一维转置卷积层（延后初始化）</translation>
    </message>
    <message>
        <source>2-D transposed convolution, lazy</source>
        <translation>二维转置卷积层（延后初始化）</translation>
    </message>
    <message>
        <source>3-D transposed convolution, lazy</source>
        <translation>三维转置卷积层（延后初始化）</translation>
    </message>
    <message>
        <source>1-D convolution</source>
        <translation>一维卷积层</translation>
    </message>
    <message>
        <source>2-D convolution</source>
        <translation>二维卷积层</translation>
    </message>
    <message>
        <source>3-D convolution</source>
        <translation>三维卷积层</translation>
    </message>
    <message>
        <source>1-D transposed convolution</source>
        <translation>一维转置卷积层</translation>
    </message>
    <message>
        <source>2-D transposed convolution</source>
        <translation>二维转置卷积层</translation>
    </message>
    <message>
        <source>3-D transposed convolution</source>
        <translation>三维转置卷积层</translation>
    </message>
    <message>
        <source>Windows to columns (unfold)</source>
        <translation>窗口展开为列（unfold）</translation>
    </message>
    <message>
        <source>Makes a column of every window of an image: (N, C, H, W) to (N, C K, L).</source>
        <translation>把图像的每个窗口变成一列：从 (N, C, H, W) 到 (N, C K, L)。</translation>
    </message>
    <message>
        <source>Columns to windows (fold)</source>
        <translation>列折叠为窗口（fold）</translation>
    </message>
    <message>
        <source>Lays columns back as windows on an image and adds up where they overlap: the reverse of unfold.</source>
        <translation>把列作为窗口放回图像，重叠处相加：与 unfold 相反。</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Length of each axis of the sample tensor, the batch size first.</source>
        <translation>样本张量每个轴的长度，批量大小在最前。</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>数据类型</translation>
    </message>
    <message>
        <source>Type of the elements. Most layers take float32; an embedding takes integers.</source>
        <translation>元素的类型。多数层接受 float32；嵌入层接受整数。</translation>
    </message>
    <message>
        <source>Values from</source>
        <translation>取值方式</translation>
    </message>
    <message>
        <source>rand: uniform in [0, 1). randn: normal with mean 0 and standard deviation 1. randint: integers from 0 to below the upper bound. values: the numbers that you give. Integers are randint unless you say otherwise.</source>
        <translation>rand：[0, 1) 上的均匀分布。randn：均值为 0、标准差为 1 的正态分布。randint：从 0 到上界（不含）的整数。values：你给出的数。整数类型默认使用 randint。</translation>
    </message>
    <message>
        <source>For randint: every number drawn is at least 0 and less than this. None asks the embedding that the indices reach, and draws below 10 where there is none.</source>
        <translation>用于 randint：抽取的每个数都不小于 0 且小于它。None 则由索引所到达的嵌入层决定，没有时小于 10。</translation>
    </message>
    <message>
        <source>How far the numbers are spread around their mean.</source>
        <translation>数值围绕均值的离散程度。</translation>
    </message>
    <message>
        <source>The centre of the numbers.</source>
        <translation>数值的中心。</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>A factor that makes up for the nonlinearity behind the layer: 1, or √2 for ReLU.</source>
        <translation>补偿层后非线性函数的系数：1，或对于ReLU为√2。</translation>
    </message>
    <message>
        <source>The slope of leaky ReLU below zero; other nonlinearities do not look at it.</source>
        <translation>leaky ReLU在零以下的斜率；其他非线性函数不使用它。</translation>
    </message>
    <message>
        <source>fan_in keeps the variance of activations, fan_out that of gradients.</source>
        <translation>fan_in保持激活值的方差，fan_out保持梯度的方差。</translation>
    </message>
    <message>
        <source>The function behind the layer, whose gain is made up for.</source>
        <translation>层后面的函数，按它的增益补偿。</translation>
    </message>
    <message>
        <source>Xavier, uniform</source>
        <translation>Xavier均匀分布</translation>
    </message>
    <message>
        <source>Keeps the variance of activations and gradients; for tanh and sigmoid (Glorot).</source>
        <translation>保持激活值和梯度的方差；适用于tanh和sigmoid（Glorot）。</translation>
    </message>
    <message>
        <source>Xavier, normal</source>
        <translation>Xavier正态分布</translation>
    </message>
    <message>
        <source>Keeps the variance of activations and gradients, with normal numbers (Glorot).</source>
        <translation>用正态分布的数保持激活值和梯度的方差（Glorot）。</translation>
    </message>
    <message>
        <source>Kaiming, uniform</source>
        <translation>Kaiming均匀分布</translation>
    </message>
    <message>
        <source>Keeps the variance through ReLU and its kin (He).</source>
        <translation>经过ReLU及同类函数后保持方差（He）。</translation>
    </message>
    <message>
        <source>Kaiming, normal</source>
        <translation>Kaiming正态分布</translation>
    </message>
    <message>
        <source>Keeps the variance through ReLU and its kin, with normal numbers (He).</source>
        <translation>用正态分布的数，经过ReLU及同类函数后保持方差（He）。</translation>
    </message>
    <message>
        <source>Orthogonal</source>
        <translation>正交</translation>
    </message>
    <message>
        <source>Rows or columns that are orthogonal and of length gain: lengths are kept.</source>
        <translation>行或列相互正交，长度为gain：向量长度保持不变。</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正态分布</translation>
    </message>
    <message>
        <source>Normal numbers of one mean and standard deviation.</source>
        <translation>给定均值和标准差的正态分布。</translation>
    </message>
    <message>
        <source>Truncated normal</source>
        <translation>截断正态分布</translation>
    </message>
    <message>
        <source>Normal numbers, none of which lies outside the bounds.</source>
        <translation>正态分布，且没有数落在边界之外。</translation>
    </message>
    <message>
        <source>Lower bound</source>
        <translation>下界</translation>
    </message>
    <message>
        <source>The least number.</source>
        <translation>最小的数。</translation>
    </message>
    <message>
        <source>Upper bound</source>
        <translation>上界</translation>
    </message>
    <message>
        <source>The greatest number.</source>
        <translation>最大的数。</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀分布</translation>
    </message>
    <message>
        <source>All numbers between two bounds are equally likely.</source>
        <translation>两个边界之间的数等可能。</translation>
    </message>
    <message>
        <source>Sparse</source>
        <translation>稀疏</translation>
    </message>
    <message>
        <source>Normal numbers, of which a share in each column is zero; for matrices alone.</source>
        <translation>正态分布，每列有一部分为零；仅用于矩阵。</translation>
    </message>
    <message>
        <source>Sparsity</source>
        <translation>稀疏度</translation>
    </message>
    <message>
        <source>The share of each column that is zero, from 0 to 1.</source>
        <translation>每列中零所占的比例，从0到1。</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>One number everywhere: all units of a layer then learn the same.</source>
        <translation>处处为同一个数：层中所有单元学到的都一样。</translation>
    </message>
    <message>
        <source>The number.</source>
        <translation>这个数。</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>Zero everywhere.</source>
        <translation>处处为零。</translation>
    </message>
    <message>
        <source>Ones</source>
        <translation>全一</translation>
    </message>
    <message>
        <source>One everywhere.</source>
        <translation>处处为一。</translation>
    </message>
    <message>
        <source>The identity matrix: what comes in goes out; for matrices alone.</source>
        <translation>单位矩阵：输入什么就输出什么；仅用于矩阵。</translation>
    </message>
    <message>
        <source>Dirac delta</source>
        <translation>狄拉克δ</translation>
    </message>
    <message>
        <source>A convolution that gives back as many channels as it can; for its kernels.</source>
        <translation>尽可能多地原样返回通道的卷积；用于卷积核。</translation>
    </message>
    <message>
        <source>Into how many groups the output channels are divided.</source>
        <translation>输出通道分成多少组。</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>For tanh and sigmoid: uniform weights, zero biases.</source>
        <translation>适用于tanh和sigmoid：权重均匀分布，偏置为零。</translation>
    </message>
    <message>
        <source>Kaiming</source>
        <translation>Kaiming</translation>
    </message>
    <message>
        <source>For ReLU: normal weights, zero biases.</source>
        <translation>适用于ReLU：权重正态分布，偏置为零。</translation>
    </message>
    <message>
        <source>LeCun</source>
        <translation>LeCun</translation>
    </message>
    <message>
        <source>For SELU: normal weights with a variance of 1 / fan_in, zero biases.</source>
        <translation>适用于SELU：权重为方差1 / fan_in的正态分布，偏置为零。</translation>
    </message>
    <message>
        <source>For deep and recurrent networks: lengths are kept, zero biases.</source>
        <translation>适用于深层网络和循环神经网络：保持长度，偏置为零。</translation>
    </message>
    <message>
        <source>Nine of ten weights are zero, for fully connected layers; zero biases.</source>
        <translation>十分之九的权重为零，用于全连接层；偏置为零。</translation>
    </message>
    <message>
        <source>Normal 0.01</source>
        <translation>正态0.01</translation>
    </message>
    <message>
        <source>Small normal weights, zero biases: the first initialization of the book.</source>
        <translation>小的正态分布权重，偏置为零：书中最早的初始化。</translation>
    </message>
    <message>
        <source>Constant 1</source>
        <translation>常数1</translation>
    </message>
    <message>
        <source>The same number everywhere: see how no unit differs from another.</source>
        <translation>处处为同一个数：看看各单元如何毫无区别。</translation>
    </message>
    <message>
        <source>init_cnn of the book</source>
        <translation>书中的init_cnn</translation>
    </message>
    <message>
        <source>Xavier for fully connected layers and convolutions of images; biases stay.</source>
        <translation>对全连接层和图像卷积使用Xavier；偏置不变。</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>For values: nested rows of numbers in the shape given above; None otherwise.</source>
        <translation>用于 values：按上面的形状逐行嵌套给出的数；其他情况为 None。</translation>
    </message>
    <message>
        <source>Length of each axis of the tensor that is learned.</source>
        <translation>要学习的张量各轴的长度。</translation>
    </message>
    <message>
        <source>Initial values</source>
        <translation>初始值</translation>
    </message>
    <message>
        <source>rand: uniform in [0, 1). randn: normal with mean 0 and standard deviation 1. trunc_normal: the same without its tails. The Xavier and Kaiming rules need two axes at least.</source>
        <translation>rand：[0, 1) 上的均匀分布。randn：均值为 0、标准差为 1 的正态分布。trunc_normal：去掉两端的正态分布。Xavier 和 Kaiming 初始化至少需要两个轴。</translation>
    </message>
    <message>
        <source>Length of each axis of the constant tensor.</source>
        <translation>常量张量各轴的长度。</translation>
    </message>
    <message>
        <source>rand: uniform in [0, 1). randn: normal with mean 0 and standard deviation 1. arange: 0, 1, 2 and so on. values: the numbers that you give.</source>
        <translation>rand：[0, 1) 上的均匀分布。randn：均值为 0、标准差为 1 的正态分布。arange：0、1、2，依此类推。values：你给出的数。</translation>
    </message>
    <message>
        <source>Sample tensor</source>
        <translation>样本张量</translation>
    </message>
    <message>
        <source>Makes the tensor that walks through the network, random or given.</source>
        <translation>生成走过网络的张量，可以随机，也可以给定。</translation>
    </message>
    <message>
        <source>Bare parameter</source>
        <translation>独立参数</translation>
    </message>
    <message>
        <source>A tensor that is learned and belongs to no layer, such as a class token.</source>
        <translation>不属于任何层而被学习的张量，例如类别词元。</translation>
    </message>
    <message>
        <source>Constant tensor</source>
        <translation>常量张量</translation>
    </message>
    <message>
        <source>A tensor that is not learned and stays as it is: a buffer of the network.</source>
        <translation>不被学习、保持不变的张量：网络的缓冲区。</translation>
    </message>
    <message>
        <source>First input features</source>
        <translation>第一个输入的特征数</translation>
    </message>
    <message>
        <source>Length of the last axis of the first input.</source>
        <translation>第一个输入最后一个轴的长度。</translation>
    </message>
    <message>
        <source>Second input features</source>
        <translation>第二个输入的特征数</translation>
    </message>
    <message>
        <source>Length of the last axis of the second input.</source>
        <translation>第二个输入最后一个轴的长度。</translation>
    </message>
    <message>
        <source>Fully connected, lazy</source>
        <translation>全连接层（延后初始化）</translation>
    </message>
    <message>
        <source>Multiplies the last axis by a weight matrix, whose width it finds at the first run, and adds a bias.</source>
        <translation>把最后一个轴乘以权重矩阵并加上偏置；矩阵的宽度在首次运行时推断。</translation>
    </message>
    <message>
        <source>Fully connected</source>
        <translation>全连接层</translation>
    </message>
    <message>
        <source>Multiplies the last axis by a learned weight matrix and adds a bias.</source>
        <translation>把最后一个轴乘以学习到的权重矩阵，并加上偏置。</translation>
    </message>
    <message>
        <source>Bilinear layer</source>
        <translation>双线性层</translation>
    </message>
    <message>
        <source>Multiplies every feature of one input with every feature of the other by learned weights.</source>
        <translation>用学习到的权重，把一个输入的每个特征与另一个输入的每个特征相乘。</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>What every element is multiplied by.</source>
        <translation>每个元素所乘的数。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>What is added to every element.</source>
        <translation>加到每个元素上的数。</translation>
    </message>
    <message>
        <source>What every element is raised to; 2 squares it, 0.5 takes the root.</source>
        <translation>每个元素的幂次；2 为平方，0.5 为平方根。</translation>
    </message>
    <message>
        <source>Smaller values become this one; None sets no bound.</source>
        <translation>更小的值变成它；None 不设下界。</translation>
    </message>
    <message>
        <source>Larger values become this one; None sets no bound.</source>
        <translation>更大的值变成它；None 不设上界。</translation>
    </message>
    <message>
        <source>The type that the elements are turned into.</source>
        <translation>元素要变成的类型。</translation>
    </message>
    <message>
        <source>Diagonal</source>
        <translation>对角线</translation>
    </message>
    <message>
        <source>The diagonal that still belongs to it: 0 is the main one, 1 the one above.</source>
        <translation>仍属于它的对角线：0 为主对角线，1 为其上一条。</translation>
    </message>
    <message>
        <source>Multiply by a number</source>
        <translation>乘以一个数</translation>
    </message>
    <message>
        <source>Multiplies every element by one number.</source>
        <translation>每个元素都乘以同一个数。</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>加上一个数</translation>
    </message>
    <message>
        <source>Adds one number to every element.</source>
        <translation>每个元素都加上同一个数。</translation>
    </message>
    <message>
        <source>GELU as a function</source>
        <translation>GELU（函数形式）</translation>
    </message>
    <message>
        <source>The input times the probability that a normal variable is smaller than it.</source>
        <translation>输入乘以正态变量小于它的概率。</translation>
    </message>
    <message>
        <source>SiLU as a function</source>
        <translation>SiLU（函数形式）</translation>
    </message>
    <message>
        <source>The input times its sigmoid, also known as swish.</source>
        <translation>输入乘以它的 sigmoid，也称为 swish。</translation>
    </message>
    <message>
        <source>Tanh as a function</source>
        <translation>Tanh（函数形式）</translation>
    </message>
    <message>
        <source>Squashes each value into (-1, 1).</source>
        <translation>把每个值压缩到 (-1, 1)。</translation>
    </message>
    <message>
        <source>Sigmoid as a function</source>
        <translation>Sigmoid（函数形式）</translation>
    </message>
    <message>
        <source>Squashes each value into (0, 1).</source>
        <translation>把每个值压缩到 (0, 1)。</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>指数函数</translation>
    </message>
    <message>
        <source>Raises e to each element.</source>
        <translation>e 的每个元素次幂。</translation>
    </message>
    <message>
        <source>Logarithm</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>The natural logarithm of each element; of zero or less it is no number.</source>
        <translation>每个元素的自然对数；零或负数没有对数。</translation>
    </message>
    <message>
        <source>Square root</source>
        <translation>平方根</translation>
    </message>
    <message>
        <source>The square root of each element.</source>
        <translation>每个元素的平方根。</translation>
    </message>
    <message>
        <source>Inverse square root</source>
        <translation>平方根的倒数</translation>
    </message>
    <message>
        <source>One over the square root of each element, as norms need it.</source>
        <translation>每个元素平方根的倒数，规范化时会用到。</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>乘方</translation>
    </message>
    <message>
        <source>Raises each element to a power.</source>
        <translation>求每个元素的幂。</translation>
    </message>
    <message>
        <source>Absolute value</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>The magnitude of each element.</source>
        <translation>每个元素的大小。</translation>
    </message>
    <message>
        <source>Negation</source>
        <translation>取负</translation>
    </message>
    <message>
        <source>Turns the sign of each element around.</source>
        <translation>改变每个元素的符号。</translation>
    </message>
    <message>
        <source>Reciprocal</source>
        <translation>倒数</translation>
    </message>
    <message>
        <source>One over each element.</source>
        <translation>每个元素的倒数。</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>The sine of each element, in radians.</source>
        <translation>每个元素的正弦，以弧度计。</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>The cosine of each element, in radians.</source>
        <translation>每个元素的余弦，以弧度计。</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>-1, 0 or 1 for each element.</source>
        <translation>每个元素取 -1、0 或 1。</translation>
    </message>
    <message>
        <source>Clamp</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Keeps each element between two bounds.</source>
        <translation>使每个元素保持在两个界限之间。</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>Says of each pair of elements whether they are equal.</source>
        <translation>判断每对元素是否相等。</translation>
    </message>
    <message>
        <source>Not equal</source>
        <translation>不等于</translation>
    </message>
    <message>
        <source>Says of each pair of elements whether they differ.</source>
        <translation>判断每对元素是否不同。</translation>
    </message>
    <message>
        <source>Less than</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>Says of each pair of elements whether the first is smaller.</source>
        <translation>判断每对元素中第一个是否较小。</translation>
    </message>
    <message>
        <source>Greater than</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>Says of each pair of elements whether the first is larger.</source>
        <translation>判断每对元素中第一个是否较大。</translation>
    </message>
    <message>
        <source>Logical not</source>
        <translation>逻辑非</translation>
    </message>
    <message>
        <source>Turns true into false and false into true; zero counts as false.</source>
        <translation>真变假，假变真；零算作假。</translation>
    </message>
    <message>
        <source>Logical and</source>
        <translation>逻辑与</translation>
    </message>
    <message>
        <source>True where both tensors are true; zero counts as false.</source>
        <translation>两个张量都为真处为真；零算作假。</translation>
    </message>
    <message>
        <source>Logical or</source>
        <translation>逻辑或</translation>
    </message>
    <message>
        <source>True where either tensor is true; zero counts as false.</source>
        <translation>任一张量为真处为真；零算作假。</translation>
    </message>
    <message>
        <source>Lower triangle</source>
        <translation>下三角</translation>
    </message>
    <message>
        <source>Sets all above a diagonal of the last two axes to zero: the shape of a causal mask.</source>
        <translation>把最后两个轴上某条对角线以上的元素置零：因果掩码的形状。</translation>
    </message>
    <message>
        <source>Upper triangle</source>
        <translation>上三角</translation>
    </message>
    <message>
        <source>Sets all below a diagonal of the last two axes to zero.</source>
        <translation>把最后两个轴上某条对角线以下的元素置零。</translation>
    </message>
    <message>
        <source>Change the data type</source>
        <translation>改变数据类型</translation>
    </message>
    <message>
        <source>Turns the elements into another data type.</source>
        <translation>把元素变成另一种数据类型。</translation>
    </message>
    <message>
        <source>The second tensor is multiplied by this first.</source>
        <translation>第二个张量先乘以此数。</translation>
    </message>
    <message>
        <source>Factor of the sum</source>
        <translation>加项的系数</translation>
    </message>
    <message>
        <source>The tensor that is added is multiplied by this first.</source>
        <translation>被加的张量先乘以它。</translation>
    </message>
    <message>
        <source>Factor of the product</source>
        <translation>乘积的系数</translation>
    </message>
    <message>
        <source>The matrix product is multiplied by this first.</source>
        <translation>矩阵乘积先乘以它。</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>取整</translation>
    </message>
    <message>
        <source>trunc rounds the quotient towards zero, floor down; None keeps it as it is.</source>
        <translation>trunc 使商向零取整，floor 向下取整；None 保持原样。</translation>
    </message>
    <message>
        <source>Equation</source>
        <translation>等式</translation>
    </message>
    <message>
        <source>A letter for each axis of each input, then those of the output; letters that are left out are summed over. bij,bjk-&gt;bik multiplies batches of matrices.</source>
        <translation>先写每个输入各轴的字母，再写输出的；没有写进输出的字母被求和。bij,bjk-&gt;bik 是批量矩阵乘法。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>The number that is written where the mask is true.</source>
        <translation>在掩码为真处写入的数。</translation>
    </message>
    <message>
        <source>Probability that an attention weight is dropped; as a function it drops always.</source>
        <translation>丢弃一个注意力权重的概率；作为函数时总会丢弃。</translation>
    </message>
    <message>
        <source>Let each position attend to itself and to earlier ones only.</source>
        <translation>每个位置只能注意到它自己和之前的位置。</translation>
    </message>
    <message>
        <source>What the scores are multiplied by; None is one over the root of the query&apos;s length.</source>
        <translation>分数所乘的系数；None 即查询长度平方根的倒数。</translation>
    </message>
    <message>
        <source>Grouped queries</source>
        <translation>分组查询</translation>
    </message>
    <message>
        <source>Let several heads of the query share one head of key and value.</source>
        <translation>让查询的几个头共用键和值的一个头。</translation>
    </message>
    <message>
        <source>Addition</source>
        <translation>加法</translation>
    </message>
    <message>
        <source>Adds two tensors element by element, with broadcasting: the end of a residual connection.</source>
        <translation>按元素相加两个张量，支持广播；残差连接以它结尾。</translation>
    </message>
    <message>
        <source>Subtraction</source>
        <translation>减法</translation>
    </message>
    <message>
        <source>Takes the second tensor from the first, element by element, with broadcasting.</source>
        <translation>从第一个张量中按元素减去第二个张量，支持广播。</translation>
    </message>
    <message>
        <source>Multiplication</source>
        <translation>乘法</translation>
    </message>
    <message>
        <source>Multiplies two tensors element by element, with broadcasting.</source>
        <translation>按元素相乘两个张量，支持广播。</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>除法</translation>
    </message>
    <message>
        <source>Divides the first tensor by the second, element by element, with broadcasting.</source>
        <translation>第一个张量按元素除以第二个，支持广播。</translation>
    </message>
    <message>
        <source>Larger of two</source>
        <translation>两者中较大</translation>
    </message>
    <message>
        <source>Takes the larger of two tensors, element by element.</source>
        <translation>按元素取两个张量中较大的值。</translation>
    </message>
    <message>
        <source>Smaller of two</source>
        <translation>两者中较小</translation>
    </message>
    <message>
        <source>Takes the smaller of two tensors, element by element.</source>
        <translation>按元素取两个张量中较小的值。</translation>
    </message>
    <message>
        <source>Matrix multiplication</source>
        <translation>矩阵乘法</translation>
    </message>
    <message>
        <source>Multiplies matrices over the last two axes; the axes before them are broadcast.</source>
        <translation>在最后两个轴上做矩阵乘法；前面的轴按广播处理。</translation>
    </message>
    <message>
        <source>Batch matrix multiplication</source>
        <translation>批量矩阵乘法</translation>
    </message>
    <message>
        <source>Multiplies the matrices of two batches of equal length, pair by pair.</source>
        <translation>把两个等长批量中的矩阵成对相乘。</translation>
    </message>
    <message>
        <source>Batch product and sum</source>
        <translation>批量矩阵乘积与和</translation>
    </message>
    <message>
        <source>Adds the batch matrix product of the second and third tensor to the first.</source>
        <translation>把第二、三个张量的批量矩阵乘积加到第一个张量上。</translation>
    </message>
    <message>
        <source>Matrix product and sum</source>
        <translation>矩阵乘积与和</translation>
    </message>
    <message>
        <source>Adds the matrix product of the second and third tensor to the first.</source>
        <translation>把第二、三个张量的矩阵乘积加到第一个张量上。</translation>
    </message>
    <message>
        <source>Outer product</source>
        <translation>外积</translation>
    </message>
    <message>
        <source>Multiplies every element of one vector with every element of another.</source>
        <translation>一个向量的每个元素都与另一个向量的每个元素相乘。</translation>
    </message>
    <message>
        <source>Einstein sum</source>
        <translation>爱因斯坦求和</translation>
    </message>
    <message>
        <source>Products and sums over axes that carry letters, for any number of tensors.</source>
        <translation>对带字母的轴求积与和，张量数量不限。</translation>
    </message>
    <message>
        <source>Concatenation</source>
        <translation>连结</translation>
    </message>
    <message>
        <source>Joins any number of tensors along one axis; their other axes must agree.</source>
        <translation>沿一个轴连结任意多个张量；其余的轴必须一致。</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>堆叠</translation>
    </message>
    <message>
        <source>Lays any number of tensors of one shape along a new axis.</source>
        <translation>把任意多个形状相同的张量沿一个新轴叠放。</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>按条件选取</translation>
    </message>
    <message>
        <source>Takes the second tensor where the first is true, and the third elsewhere.</source>
        <translation>第一个张量为真处取第二个，其余取第三个。</translation>
    </message>
    <message>
        <source>Fill where masked</source>
        <translation>按掩码填充</translation>
    </message>
    <message>
        <source>Writes a number wherever the mask is true.</source>
        <translation>在掩码为真处写入一个数。</translation>
    </message>
    <message>
        <source>Scaled dot-product attention</source>
        <translation>缩放点积注意力</translation>
    </message>
    <message>
        <source>Weighs the values by how well their keys fit each query: softmax(QKᵀ / √d) V, on the last two axes.</source>
        <translation>按键与每个查询的匹配程度为值加权：softmax(QKᵀ / √d) V，在最后两个轴上计算。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Share of the newest batch in the running mean and variance; None takes the plain mean over all batches.</source>
        <translation>最新批量在移动平均的均值和方差中所占的比例；None 表示对所有批量取普通均值。</translation>
    </message>
    <message>
        <source>Share of the newest batch in the running mean and variance.</source>
        <translation>最新批量在移动平均的均值和方差中所占的比例。</translation>
    </message>
    <message>
        <source>Learned scale</source>
        <translation>可学习的缩放</translation>
    </message>
    <message>
        <source>Learn a scale, and with it a shift, for every channel.</source>
        <translation>为每个通道学习缩放，以及随之的平移。</translation>
    </message>
    <message>
        <source>Learn a scale for every element of the normalized shape.</source>
        <translation>为规范化形状中的每个元素学习缩放。</translation>
    </message>
    <message>
        <source>Running statistics</source>
        <translation>移动统计量</translation>
    </message>
    <message>
        <source>Keep a running mean and variance in training and use them in prediction.</source>
        <translation>训练时记录均值和方差的移动平均，预测时使用它们。</translation>
    </message>
    <message>
        <source>Learn a shift as well, where a scale is learned.</source>
        <translation>在学习缩放的同时也学习平移。</translation>
    </message>
    <message>
        <source>Normalized shape</source>
        <translation>规范化形状</translation>
    </message>
    <message>
        <source>Lengths of the last axes of the input, over which it is normalized.</source>
        <translation>输入最后几个轴的长度，规范化在这些轴上进行。</translation>
    </message>
    <message>
        <source>Into how many groups the channels are split. It must divide their number.</source>
        <translation>把通道分成多少组。它必须整除通道数。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道数</translation>
    </message>
    <message>
        <source>Number of channels of the input. The number of groups must divide it.</source>
        <translation>输入的通道数，必须能被组数整除。</translation>
    </message>
    <message>
        <source>Channels of a window</source>
        <translation>窗口通道数</translation>
    </message>
    <message>
        <source>Over how many neighbouring channels the mean is taken.</source>
        <translation>对多少个相邻通道取均值。</translation>
    </message>
    <message>
        <source>Factor of the mean of squares.</source>
        <translation>平方均值的系数。</translation>
    </message>
    <message>
        <source>Exponent of the divisor.</source>
        <translation>除数的指数。</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>Number added to the mean of squares.</source>
        <translation>加到平方均值上的数。</translation>
    </message>
    <message>
        <source>Brings every channel to mean 0 and variance 1 over the batch, then scales and shifts it.</source>
        <translation>在批量上使每个通道均值为 0、方差为 1，然后缩放并平移。</translation>
    </message>
    <message>
        <source>Brings every channel of every example by itself to mean 0 and variance 1.</source>
        <translation>使每个样本的每个通道各自均值为 0、方差为 1。</translation>
    </message>
    <message>
        <source>Batch normalization 1-D, lazy</source>
        <translation>一维批量规范化（延后初始化）</translation>
    </message>
    <message>
        <source>Batch normalization 2-D, lazy</source>
        <translation>二维批量规范化（延后初始化）</translation>
    </message>
    <message>
        <source>Batch normalization 3-D, lazy</source>
        <translation>三维批量规范化（延后初始化）</translation>
    </message>
    <message>
        <source>Instance normalization 1-D, lazy</source>
        <translation>一维实例规范化（延后初始化）</translation>
    </message>
    <message>
        <source>Instance normalization 2-D, lazy</source>
        <translation>二维实例规范化（延后初始化）</translation>
    </message>
    <message>
        <source>Instance normalization 3-D, lazy</source>
        <translation>三维实例规范化（延后初始化）</translation>
    </message>
    <message>
        <source>Batch normalization 1-D</source>
        <translation>一维批量规范化</translation>
    </message>
    <message>
        <source>Batch normalization 2-D</source>
        <translation>二维批量规范化</translation>
    </message>
    <message>
        <source>Batch normalization 3-D</source>
        <translation>三维批量规范化</translation>
    </message>
    <message>
        <source>Instance normalization 1-D</source>
        <translation>一维实例规范化</translation>
    </message>
    <message>
        <source>Instance normalization 2-D</source>
        <translation>二维实例规范化</translation>
    </message>
    <message>
        <source>Instance normalization 3-D</source>
        <translation>三维实例规范化</translation>
    </message>
    <message>
        <source>Layer normalization</source>
        <translation>层规范化</translation>
    </message>
    <message>
        <source>Brings every example to mean 0 and variance 1 over its last axes.</source>
        <translation>在最后几个轴上使每个样本均值为 0、方差为 1。</translation>
    </message>
    <message>
        <source>Group normalization</source>
        <translation>组规范化</translation>
    </message>
    <message>
        <source>Brings groups of channels of every example to mean 0 and variance 1.</source>
        <translation>使每个样本的每组通道均值为 0、方差为 1。</translation>
    </message>
    <message>
        <source>Root mean square normalization</source>
        <translation>均方根规范化</translation>
    </message>
    <message>
        <source>Small number added to the mean square, so that nothing is divided by zero; None takes the smallest step of the data type at 1.</source>
        <translation>加到均方值上的小常数，避免除以零；None 表示取该数据类型在 1 处的最小间隔。</translation>
    </message>
    <message>
        <source>Divides every example by its root mean square over its last axes.</source>
        <translation>把每个样本除以它在最后几个轴上的均方根。</translation>
    </message>
    <message>
        <source>Local response normalization</source>
        <translation>局部响应规范化</translation>
    </message>
    <message>
        <source>Divides every element by a mean over the channels beside its own.</source>
        <translation>用相邻通道上的均值去除每个元素。</translation>
    </message>
    <message>
        <source>Local response normalization of images</source>
        <translation>图像局部响应规范化</translation>
    </message>
    <message>
        <source>Local response normalization of (N, C, H, W) inputs, in an older form that agrees with Caffe.</source>
        <translation>对 (N, C, H, W) 输入的局部响应规范化，是与 Caffe 一致的较早形式。</translation>
    </message>
    <message>
        <source>Round up</source>
        <translation>向上取整</translation>
    </message>
    <message>
        <source>Round the size of the output up, so that a window over the edge counts too.</source>
        <translation>把输出大小向上取整，使越过边缘的窗口也计算在内。</translation>
    </message>
    <message>
        <source>Count padding</source>
        <translation>计入填充</translation>
    </message>
    <message>
        <source>Let the zeros of the padding take part in the mean.</source>
        <translation>让填充的零参与求均值。</translation>
    </message>
    <message>
        <source>batchmean divides the sum by the batch size, as the divergence is defined; mean by all elements.</source>
        <translation>batchmean 按散度的定义用批量大小去除总和；mean 用所有元素的个数去除。</translation>
    </message>
    <message>
        <source>Ignored class</source>
        <translation>忽略的类别</translation>
    </message>
    <message>
        <source>Targets with this index count for nothing, such as padding.</source>
        <translation>等于此索引的目标不计入损失，例如填充。</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Part of each target that is spread evenly over all classes, from 0 to 1.</source>
        <translation>每个目标中均匀分给所有类别的部分，从 0 到 1。</translation>
    </message>
    <message>
        <source>Target in logarithms</source>
        <translation>目标为对数</translation>
    </message>
    <message>
        <source>The target holds logarithms of probabilities, as the input does.</source>
        <translation>目标与输入一样，是概率的对数。</translation>
    </message>
    <message>
        <source>Exponent</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>What each violation of the margin is raised to.</source>
        <translation>每个违反间隔的量的幂次。</translation>
    </message>
    <message>
        <source>Blank class</source>
        <translation>空白类别</translation>
    </message>
    <message>
        <source>Index of the class that means no symbol.</source>
        <translation>表示没有符号的类别的索引。</translation>
    </message>
    <message>
        <source>Infinity to zero</source>
        <translation>无穷变为零</translation>
    </message>
    <message>
        <source>Count a target that is too long for its input as nothing rather than infinite.</source>
        <translation>目标相对输入过长时，损失计为零，而不是无穷大。</translation>
    </message>
    <message>
        <source>Number of classes. Every index of the target must be less than this.</source>
        <translation>类别的数量。目标中的每个索引都必须小于此值。</translation>
    </message>
    <message>
        <source>Length of the last axis of the input.</source>
        <translation>输入最后一个轴的长度。</translation>
    </message>
    <message>
        <source>Further axes</source>
        <translation>其他轴</translation>
    </message>
    <message>
        <source>Lengths of the axes that each example has targets for; empty for one target.</source>
        <translation>每个样本的目标所含各轴的长度；只有一个目标时为空。</translation>
    </message>
    <message>
        <source>Cutoffs</source>
        <translation>分界</translation>
    </message>
    <message>
        <source>Indices at which a cluster of rarer classes begins, in increasing order.</source>
        <translation>较少见类别的簇开始的索引，按递增顺序。</translation>
    </message>
    <message>
        <source>Divisor</source>
        <translation>除数</translation>
    </message>
    <message>
        <source>By how much the features shrink from one cluster to the next.</source>
        <translation>从一个簇到下一个簇，特征数缩小的倍数。</translation>
    </message>
    <message>
        <source>Learn a bias for the frequent classes and the clusters.</source>
        <translation>为常见类别和各簇学习偏置。</translation>
    </message>
    <message>
        <source>Cross-entropy loss</source>
        <translation>交叉熵损失</translation>
    </message>
    <message>
        <source>Compares scores for classes, not yet probabilities, with the right classes.</source>
        <translation>把各类别的得分（尚未变成概率）与正确类别比较。</translation>
    </message>
    <message>
        <source>Negative log-likelihood loss</source>
        <translation>负对数似然损失</translation>
    </message>
    <message>
        <source>Compares logarithms of probabilities, as log softmax gives, with the right classes.</source>
        <translation>把概率的对数（如对数 softmax 的输出）与正确类别比较。</translation>
    </message>
    <message>
        <source>Linear layer with cross-entropy loss</source>
        <translation>全连接层及交叉熵损失</translation>
    </message>
    <message>
        <source>A fully connected layer and the cross-entropy of its scores in one step.</source>
        <translation>一步完成全连接层及其得分的交叉熵。</translation>
    </message>
    <message>
        <source>Targets with this index count for nothing; None stands for -100.</source>
        <translation>等于此索引的目标不计入损失；None 即 -100。</translation>
    </message>
    <message>
        <source>Adaptive log softmax with loss</source>
        <translation>自适应对数 softmax 及损失</translation>
    </message>
    <message>
        <source>Cross-entropy over very many classes: rare ones share clusters that are looked at when needed.</source>
        <translation>用于类别极多的交叉熵：少见的类别分簇，需要时才查看。</translation>
    </message>
    <message>
        <source>Binary cross-entropy loss</source>
        <translation>二元交叉熵损失</translation>
    </message>
    <message>
        <source>Compares probabilities, as a sigmoid gives, with targets between 0 and 1.</source>
        <translation>把概率（如 sigmoid 的输出）与 0 到 1 之间的目标比较。</translation>
    </message>
    <message>
        <source>Binary cross-entropy loss of scores</source>
        <translation>得分的二元交叉熵损失</translation>
    </message>
    <message>
        <source>A sigmoid and the binary cross-entropy in one step, computed stably.</source>
        <translation>一步完成 sigmoid 和二元交叉熵，计算在数值上稳定。</translation>
    </message>
    <message>
        <source>Multi-label soft margin loss</source>
        <translation>多标签软间隔损失</translation>
    </message>
    <message>
        <source>Binary cross-entropy of scores, averaged over the classes of each example.</source>
        <translation>得分的二元交叉熵，对每个样本的各类别取均值。</translation>
    </message>
    <message>
        <source>Multi-label margin loss</source>
        <translation>多标签间隔损失</translation>
    </message>
    <message>
        <source>Wants every right class a margin above every wrong one; -1 ends a row of targets.</source>
        <translation>要求每个正确类别比每个错误类别高出一个间隔；-1 结束一行目标。</translation>
    </message>
    <message>
        <source>Multi-class margin loss</source>
        <translation>多类别间隔损失</translation>
    </message>
    <message>
        <source>Wants the score of the right class a margin above all others.</source>
        <translation>要求正确类别的得分比其他类别都高出一个间隔。</translation>
    </message>
    <message>
        <source>Soft margin loss</source>
        <translation>软间隔损失</translation>
    </message>
    <message>
        <source>The logistic loss: log(1 + exp(-y x)) for targets y of 1 and -1.</source>
        <translation>逻辑损失：目标 y 为 1 和 -1 时的 log(1 + exp(-y x))。</translation>
    </message>
    <message>
        <source>Kullback-Leibler divergence</source>
        <translation>KL 散度（相对熵）</translation>
    </message>
    <message>
        <source>How much the distribution of the target differs from that of the input, in logarithms.</source>
        <translation>目标的分布与输入的分布（以对数给出）相差多少。</translation>
    </message>
    <message>
        <source>Connectionist temporal classification loss (CTC)</source>
        <translation>连接时序分类损失（CTC）</translation>
    </message>
    <message>
        <source>Compares a long sequence of class probabilities with a short one of symbols.</source>
        <translation>把较长的类别概率序列与较短的符号序列比较。</translation>
    </message>
    <message>
        <source>Divide the sum of a window by this; None divides by the number of its elements.</source>
        <translation>窗口之和除以此数；None 表示除以窗口的元素个数。</translation>
    </message>
    <message>
        <source>Give indices</source>
        <translation>输出索引</translation>
    </message>
    <message>
        <source>Give the places of the largest values as a second output, which unpooling needs.</source>
        <translation>把最大值的位置作为第二个输出，反汇聚需要它。</translation>
    </message>
    <message>
        <source>How many elements the window moves at each step; None moves it by its own size.</source>
        <translation>窗口每次移动的元素个数；None 表示移动窗口自身的大小。</translation>
    </message>
    <message>
        <source>Number of elements added at both ends of each axis; at most half the kernel size.</source>
        <translation>每个轴两端各填充的元素个数；至多为窗口大小的一半。</translation>
    </message>
    <message>
        <source>Size of the output, whatever the size of the input.</source>
        <translation>输出的大小，与输入的大小无关。</translation>
    </message>
    <message>
        <source>Size of the output, whatever the size of the input, for all axes or for each; None keeps an axis.</source>
        <translation>输出的大小，与输入的大小无关；可以所有轴共用一个数，或每个轴各一个数；None 表示保持该轴不变。</translation>
    </message>
    <message>
        <source>Output size</source>
        <translation>输出大小</translation>
    </message>
    <message>
        <source>Keeps the largest value of each window.</source>
        <translation>保留每个窗口中的最大值。</translation>
    </message>
    <message>
        <source>Takes the mean of each window.</source>
        <translation>取每个窗口的均值。</translation>
    </message>
    <message>
        <source>Keeps the largest value of each window, with windows that fit the output size.</source>
        <translation>保留每个窗口中的最大值，窗口按输出大小自动确定。</translation>
    </message>
    <message>
        <source>Takes the mean of each window, with windows that fit the output size.</source>
        <translation>取每个窗口的均值，窗口按输出大小自动确定。</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>上采样</translation>
    </message>
    <message>
        <source>Size of each axis behind the channels; None where a scale is given instead.</source>
        <translation>通道之后每个轴的大小；改为给出缩放倍数时为 None。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放倍数</translation>
    </message>
    <message>
        <source>Factor by which each axis grows; None where an output size is given instead.</source>
        <translation>每个轴放大的倍数；改为给出输出大小时为 None。</translation>
    </message>
    <message>
        <source>Lengths of the parts</source>
        <translation>各部分的长度</translation>
    </message>
    <message>
        <source>Length of each part along the axis; together they are the whole axis.</source>
        <translation>沿该轴每一部分的长度；合起来就是整个轴。</translation>
    </message>
    <message>
        <source>Number of parts</source>
        <translation>部分的数量</translation>
    </message>
    <message>
        <source>Into how many equal parts the axis is cut; the last part may be shorter.</source>
        <translation>把该轴切成多少等份；最后一份可能较短。</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Which slice to take, counted from 0; -1 is the last one.</source>
        <translation>取哪一片，从 0 数起；-1 是最后一片。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>The first element to keep, counted from 0; a negative one counts from the end.</source>
        <translation>要保留的第一个元素，从 0 数起；负数从末尾数起。</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>How many elements to keep.</source>
        <translation>保留多少个元素。</translation>
    </message>
    <message>
        <source>Elements added before and after the last axis, then before and after the one before it, and so on; a negative number cuts off.</source>
        <translation>先是最后一个轴前后增加的元素数，再是它前一个轴的，依此类推；负数表示裁掉。</translation>
    </message>
    <message>
        <source>What the padding holds: a constant, the mirrored input, its edge repeated, or its other end.</source>
        <translation>填充的内容：常数、镜像的输入、重复的边缘，或另一端的元素。</translation>
    </message>
    <message>
        <source>The constant to pad with; None is zero.</source>
        <translation>用来填充的常数；None 即零。</translation>
    </message>
    <message>
        <source>Length of each spatial axis of the output; None where a factor is given instead.</source>
        <translation>输出各空间轴的长度；若改为给出倍数，则为 None。</translation>
    </message>
    <message>
        <source>Scale factor</source>
        <translation>缩放倍数</translation>
    </message>
    <message>
        <source>By how much every spatial axis becomes longer; None where an output size is given instead.</source>
        <translation>每个空间轴变长多少倍；若改为给出输出大小，则为 None。</translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation>插值方式</translation>
    </message>
    <message>
        <source>How new elements are found. linear is for one spatial axis, bilinear and bicubic for two, trilinear for three.</source>
        <translation>怎样得到新元素。linear 用于一个空间轴，bilinear 和 bicubic 用于两个，trilinear 用于三个。</translation>
    </message>
    <message>
        <source>Put the centres of the corner elements onto each other; None for the modes that do not interpolate linearly.</source>
        <translation>使角上元素的中心相互重合；不做线性插值的方式用 None。</translation>
    </message>
    <message>
        <source>Recompute the factor</source>
        <translation>重新计算倍数</translation>
    </message>
    <message>
        <source>Compute the factor anew from the rounded output size; None means no.</source>
        <translation>由取整后的输出大小重新计算倍数；None 即否。</translation>
    </message>
    <message>
        <source>Smooth when shrinking</source>
        <translation>缩小时平滑</translation>
    </message>
    <message>
        <source>Average the elements that fall together, for bilinear and bicubic only.</source>
        <translation>对落在一起的元素取平均，只用于 bilinear 和 bicubic。</translation>
    </message>
    <message>
        <source>Length of the new axis; every index must be less than this.</source>
        <translation>新轴的长度；每个索引都必须小于它。</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>How many elements to keep along the axis.</source>
        <translation>沿该轴保留多少个元素。</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>取最大</translation>
    </message>
    <message>
        <source>Take the largest elements; otherwise the smallest.</source>
        <translation>取最大的元素；否则取最小的。</translation>
    </message>
    <message>
        <source>Sorted</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Give the elements in their order of size.</source>
        <translation>按大小顺序给出元素。</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Cuts the tensor along an axis into parts of the lengths that you give.</source>
        <translation>沿一个轴把张量切成给定长度的若干部分。</translation>
    </message>
    <message>
        <source>Chunk</source>
        <translation>分块</translation>
    </message>
    <message>
        <source>Cuts the tensor along an axis into so many equal parts.</source>
        <translation>沿一个轴把张量切成若干等份。</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选取一片</translation>
    </message>
    <message>
        <source>Takes one slice of an axis, which then is gone: X[:, 0] picks the first token.</source>
        <translation>取一个轴上的一片，该轴随之消失：X[:, 0] 取出第一个词元。</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>截取</translation>
    </message>
    <message>
        <source>Keeps a run of elements along an axis: X[:, 1:5].</source>
        <translation>沿一个轴保留一段连续的元素：X[:, 1:5]。</translation>
    </message>
    <message>
        <source>Select by index</source>
        <translation>按索引选取</translation>
    </message>
    <message>
        <source>Picks slices of an axis by a list of indices.</source>
        <translation>按一列索引选取某个轴上的各片。</translation>
    </message>
    <message>
        <source>Gather</source>
        <translation>收集</translation>
    </message>
    <message>
        <source>Picks along an axis one element for each index; the output has the index&apos;s shape.</source>
        <translation>沿一个轴为每个索引取一个元素；输出的形状与索引相同。</translation>
    </message>
    <message>
        <source>Largest elements</source>
        <translation>最大的几个元素</translation>
    </message>
    <message>
        <source>Gives the largest elements along an axis, and where they stood.</source>
        <translation>给出沿一个轴最大的几个元素，以及它们的位置。</translation>
    </message>
    <message>
        <source>One-hot encoding</source>
        <translation>独热编码</translation>
    </message>
    <message>
        <source>Turns each index into a row of zeros with a single one, of integers as torch has it.</source>
        <translation>把每个索引变成只有一个 1、其余为零的一行，与 torch 一样是整数。</translation>
    </message>
    <message>
        <source>Pad as a function</source>
        <translation>填充（函数形式）</translation>
    </message>
    <message>
        <source>Adds elements at the ends of axes, beginning with the last axis.</source>
        <translation>在轴的两端增加元素，从最后一个轴开始。</translation>
    </message>
    <message>
        <source>Interpolate</source>
        <translation>插值</translation>
    </message>
    <message>
        <source>Resizes the spatial axes by interpolation, up or down.</source>
        <translation>用插值改变空间轴的大小，可放大也可缩小。</translation>
    </message>
    <message>
        <source>How new values are found. linear needs a 3-D input, bilinear and bicubic a 4-D, trilinear a 5-D one.</source>
        <translation>如何求出新的值。linear 需要 3 维输入，bilinear 和 bicubic 需要 4 维输入，trilinear 需要 5 维输入。</translation>
    </message>
    <message>
        <source>Align corners</source>
        <translation>对齐角点</translation>
    </message>
    <message>
        <source>Let the centres of the corner elements of input and output coincide. Only linear, bilinear, bicubic and trilinear take it; None means no.</source>
        <translation>让输入与输出角上元素的中心重合。只有 linear、bilinear、bicubic 和 trilinear 接受它；None 表示否。</translation>
    </message>
    <message>
        <source>Recompute scale</source>
        <translation>重新计算倍数</translation>
    </message>
    <message>
        <source>Interpolate with the scale that the rounded output size gives; None means no.</source>
        <translation>用取整后的输出大小算出的倍数来插值；None 表示否。</translation>
    </message>
    <message>
        <source>Enlarges the input by interpolation and learns nothing.</source>
        <translation>通过插值放大输入，没有可学习的参数。</translation>
    </message>
    <message>
        <source>Height and width of the output; None where a scale is given instead.</source>
        <translation>输出的高度和宽度；改用缩放倍数时为 None。</translation>
    </message>
    <message>
        <source>Nearest-neighbour upsampling 2-D</source>
        <translation>二维最近邻上采样</translation>
    </message>
    <message>
        <source>Enlarges images by repeating pixels: an older name for upsampling with nearest.</source>
        <translation>通过重复像素放大图像：即 nearest 方式上采样的旧名称。</translation>
    </message>
    <message>
        <source>Bilinear upsampling 2-D</source>
        <translation>二维双线性上采样</translation>
    </message>
    <message>
        <source>Enlarges images with straight lines between pixels, the corners aligned: an older name.</source>
        <translation>用像素间的线性插值放大图像，四角对齐：是一个旧名称。</translation>
    </message>
    <message>
        <source>The p of the p-norm of a window: 1 is the sum, and the larger it is, the more a maximum.</source>
        <translation>窗口 p 范数中的 p：1 为求和，越大越接近取最大值。</translation>
    </message>
    <message>
        <source>Output ratio</source>
        <translation>输出比例</translation>
    </message>
    <message>
        <source>Size of the output as a part of that of the input, below 1; None where an output size is given.</source>
        <translation>输出大小占输入大小的比例，小于 1；给出输出大小时为 None。</translation>
    </message>
    <message>
        <source>Takes the p-norm of each window.</source>
        <translation>取每个窗口的 p 范数。</translation>
    </message>
    <message>
        <source>Size of the output; None where an output ratio is given.</source>
        <translation>输出的大小；给出输出比例时为 None。</translation>
    </message>
    <message>
        <source>Keeps the largest value of each window; where the windows lie is random.</source>
        <translation>保留每个窗口的最大值；窗口的位置是随机的。</translation>
    </message>
    <message>
        <source>Puts values back where max pooling took them from, with zeros between; it needs the indices.</source>
        <translation>把值放回最大汇聚取走它们的位置，其余为零；需要索引。</translation>
    </message>
    <message>
        <source>Max pooling 1-D</source>
        <translation>一维最大汇聚层</translation>
    </message>
    <message>
        <source>Max pooling 2-D</source>
        <translation>二维最大汇聚层</translation>
    </message>
    <message>
        <source>Max pooling 3-D</source>
        <translation>三维最大汇聚层</translation>
    </message>
    <message>
        <source>Average pooling 1-D</source>
        <translation>一维平均汇聚层</translation>
    </message>
    <message>
        <source>Average pooling 2-D</source>
        <translation>二维平均汇聚层</translation>
    </message>
    <message>
        <source>Average pooling 3-D</source>
        <translation>三维平均汇聚层</translation>
    </message>
    <message>
        <source>Adaptive max pooling 1-D</source>
        <translation>一维自适应最大汇聚层</translation>
    </message>
    <message>
        <source>Adaptive max pooling 2-D</source>
        <translation>二维自适应最大汇聚层</translation>
    </message>
    <message>
        <source>Adaptive max pooling 3-D</source>
        <translation>三维自适应最大汇聚层</translation>
    </message>
    <message>
        <source>Adaptive average pooling 1-D</source>
        <translation>一维自适应平均汇聚层</translation>
    </message>
    <message>
        <source>Adaptive average pooling 2-D</source>
        <translation>二维自适应平均汇聚层</translation>
    </message>
    <message>
        <source>Adaptive average pooling 3-D</source>
        <translation>三维自适应平均汇聚层</translation>
    </message>
    <message>
        <source>Power-average pooling 1-D</source>
        <translation>一维幂平均汇聚层</translation>
    </message>
    <message>
        <source>Power-average pooling 2-D</source>
        <translation>二维幂平均汇聚层</translation>
    </message>
    <message>
        <source>Power-average pooling 3-D</source>
        <translation>三维幂平均汇聚层</translation>
    </message>
    <message>
        <source>Fractional max pooling 2-D</source>
        <translation>二维分数最大汇聚层</translation>
    </message>
    <message>
        <source>Fractional max pooling 3-D</source>
        <translation>三维分数最大汇聚层</translation>
    </message>
    <message>
        <source>Max unpooling 1-D</source>
        <translation>一维最大反汇聚层</translation>
    </message>
    <message>
        <source>Max unpooling 2-D</source>
        <translation>二维最大反汇聚层</translation>
    </message>
    <message>
        <source>Max unpooling 3-D</source>
        <translation>三维最大反汇聚层</translation>
    </message>
    <message>
        <source>Model width</source>
        <translation>模型宽度</translation>
    </message>
    <message>
        <source>Length of the last axis of input and output. The number of heads must divide it.</source>
        <translation>输入和输出最后一个轴的长度，必须能被头数整除。</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>头数</translation>
    </message>
    <message>
        <source>How many attentions look at once, each at its own part of the features.</source>
        <translation>同时进行多少个注意力，各看特征的一部分。</translation>
    </message>
    <message>
        <source>Key features</source>
        <translation>键的特征数</translation>
    </message>
    <message>
        <source>Length of the last axis of the keys; None where it is the model width.</source>
        <translation>键最后一个轴的长度；与模型宽度相同时为 None。</translation>
    </message>
    <message>
        <source>Value features</source>
        <translation>值的特征数</translation>
    </message>
    <message>
        <source>Length of the last axis of the values; None where it is the model width.</source>
        <translation>值最后一个轴的长度；与模型宽度相同时为 None。</translation>
    </message>
    <message>
        <source>Dropout probability</source>
        <translation>暂退概率</translation>
    </message>
    <message>
        <source>Probability with which an attention weight is dropped in training, from 0 to 1.</source>
        <translation>训练时丢弃一个注意力权重的概率，从 0 到 1。</translation>
    </message>
    <message>
        <source>Learn biases in all parts of the layer.</source>
        <translation>在层的所有部分学习偏置。</translation>
    </message>
    <message>
        <source>Learned key and value</source>
        <translation>可学习的键和值</translation>
    </message>
    <message>
        <source>Add one learned key and value at the end of the sequence.</source>
        <translation>在序列末尾添加一对可学习的键和值。</translation>
    </message>
    <message>
        <source>Zero key and value</source>
        <translation>零键和零值</translation>
    </message>
    <message>
        <source>Add a key and a value of zeros at the end of the sequence.</source>
        <translation>在序列末尾添加一对全零的键和值。</translation>
    </message>
    <message>
        <source>Batch first</source>
        <translation>批量在前</translation>
    </message>
    <message>
        <source>Sequences come as (batch, time, features) rather than (time, batch, features).</source>
        <translation>序列为（批量，时间，特征），而不是（时间，批量，特征）。</translation>
    </message>
    <message>
        <source>Give weights</source>
        <translation>输出权重</translation>
    </message>
    <message>
        <source>Give the attention weights as a second output; it is faster without.</source>
        <translation>把注意力权重作为第二个输出；不输出会更快。</translation>
    </message>
    <message>
        <source>Average weights</source>
        <translation>平均权重</translation>
    </message>
    <message>
        <source>Give the mean of the attention weights of all heads rather than those of each.</source>
        <translation>输出所有头的注意力权重的均值，而不是每个头各自的权重。</translation>
    </message>
    <message>
        <source>Promise that the mask hides the future, which lets torch compute faster; the mask must be there.</source>
        <translation>保证掩码遮住未来，使 torch 能更快地计算；必须给出掩码。</translation>
    </message>
    <message>
        <source>Promise that the mask hides the future; None lets torch look whether it does.</source>
        <translation>保证掩码遮住未来；None 表示由 torch 自行检查。</translation>
    </message>
    <message>
        <source>Causal</source>
        <translation>因果</translation>
    </message>
    <message>
        <source>Multi-head attention</source>
        <translation>多头注意力</translation>
    </message>
    <message>
        <source>Weighs the values by how well their keys match each query, in several heads at once.</source>
        <translation>按键与查询的匹配程度对值加权，多个头同时进行。</translation>
    </message>
    <message>
        <source>Probability with which an element or a channel is dropped in training, from 0 to 1.</source>
        <translation>训练时元素或通道被置零的概率，从 0 到 1。</translation>
    </message>
    <message>
        <source>In training, makes whole channels zero at random and scales up the others.</source>
        <translation>训练时随机把整个通道置零，并放大其余通道。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>暂退法</translation>
    </message>
    <message>
        <source>In training, makes elements zero at random and scales up the others.</source>
        <translation>训练时随机把元素置零，并放大其余元素。</translation>
    </message>
    <message>
        <source>Dropout of 1-D channels</source>
        <translation>一维通道暂退法</translation>
    </message>
    <message>
        <source>Dropout of 2-D channels</source>
        <translation>二维通道暂退法</translation>
    </message>
    <message>
        <source>Dropout of 3-D channels</source>
        <translation>三维通道暂退法</translation>
    </message>
    <message>
        <source>Alpha dropout</source>
        <translation>alpha 暂退法</translation>
    </message>
    <message>
        <source>Dropout for SELU networks: it keeps mean 0 and variance 1.</source>
        <translation>用于 SELU 网络的暂退法：保持均值为 0、方差为 1。</translation>
    </message>
    <message>
        <source>Alpha dropout of channels</source>
        <translation>通道 alpha 暂退法</translation>
    </message>
    <message>
        <source>Alpha dropout of whole channels.</source>
        <translation>对整个通道做 alpha 暂退法。</translation>
    </message>
    <message>
        <source>Vocabulary size</source>
        <translation>词表大小</translation>
    </message>
    <message>
        <source>Number of vectors. Every index of the input must be less than this.</source>
        <translation>向量的个数。输入中的每个索引都必须小于此数。</translation>
    </message>
    <message>
        <source>Embedding size</source>
        <translation>嵌入维度</translation>
    </message>
    <message>
        <source>Length of each vector: a new last axis of the output.</source>
        <translation>每个向量的长度，成为输出新的最后一个轴。</translation>
    </message>
    <message>
        <source>Padding index</source>
        <translation>填充索引</translation>
    </message>
    <message>
        <source>Index whose vector is zero at the start and never learns; None for none.</source>
        <translation>该索引的向量初始为零且不参与学习；None 表示没有。</translation>
    </message>
    <message>
        <source>Largest norm</source>
        <translation>最大范数</translation>
    </message>
    <message>
        <source>Vectors whose norm is larger are shortened to it when used; None leaves them alone.</source>
        <translation>使用时，范数更大的向量会缩短到此值；None 表示不处理。</translation>
    </message>
    <message>
        <source>Reduction</source>
        <translation>归约</translation>
    </message>
    <message>
        <source>What becomes of the losses of all elements: their mean, their sum, or nothing.</source>
        <translation>所有元素的损失如何归约：取均值、求和，或保持不变。</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>How far apart things must be before they cost nothing.</source>
        <translation>相差多远之后不再计入损失。</translation>
    </message>
    <message>
        <source>Full loss</source>
        <translation>完整损失</translation>
    </message>
    <message>
        <source>Add the part that does not depend on the prediction.</source>
        <translation>加上与预测无关的部分。</translation>
    </message>
    <message>
        <source>Input in logarithms</source>
        <translation>输入为对数</translation>
    </message>
    <message>
        <source>The input holds the logarithm of the rate rather than the rate itself.</source>
        <translation>输入是速率的对数，而不是速率本身。</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>delta</translation>
    </message>
    <message>
        <source>Difference at which the loss changes from a square to a straight line.</source>
        <translation>损失由平方变为直线时的差值。</translation>
    </message>
    <message>
        <source>Small number that keeps the result finite.</source>
        <translation>使结果保持有限的小数。</translation>
    </message>
    <message>
        <source>Distance swap</source>
        <translation>距离交换</translation>
    </message>
    <message>
        <source>Count the negative from the positive where that is nearer than from the anchor.</source>
        <translation>当负样本离正样本比离锚点更近时，改用与正样本的距离。</translation>
    </message>
    <message>
        <source>Order of the norm</source>
        <translation>范数的阶</translation>
    </message>
    <message>
        <source>The p of the p-norm of the difference; 2 is its length.</source>
        <translation>差的 p 范数中的 p；2 即差的长度。</translation>
    </message>
    <message>
        <source>Keep axis</source>
        <translation>保留轴</translation>
    </message>
    <message>
        <source>Keep the last axis, with length 1.</source>
        <translation>保留最后一个轴，长度为 1。</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>The square of the difference between input and target.</source>
        <translation>输入与目标之差的平方。</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <source>The absolute difference between input and target.</source>
        <translation>输入与目标之差的绝对值。</translation>
    </message>
    <message>
        <source>Smooth L1 loss</source>
        <translation>平滑 L1 损失</translation>
    </message>
    <message>
        <source>Absolute difference with a square at zero, so that it is smooth there.</source>
        <translation>绝对差，在零附近改用平方，使其光滑。</translation>
    </message>
    <message>
        <source>Huber loss</source>
        <translation>Huber 损失</translation>
    </message>
    <message>
        <source>A square for small differences and a straight line for large ones.</source>
        <translation>差较小时为平方，较大时为直线。</translation>
    </message>
    <message>
        <source>Gaussian negative log-likelihood loss</source>
        <translation>高斯负对数似然损失</translation>
    </message>
    <message>
        <source>For targets from a normal distribution whose mean and variance are predicted.</source>
        <translation>用于目标服从正态分布、预测其均值和方差的情形。</translation>
    </message>
    <message>
        <source>Poisson negative log-likelihood loss</source>
        <translation>泊松负对数似然损失</translation>
    </message>
    <message>
        <source>For targets that are counts, whose rate is predicted.</source>
        <translation>用于目标为计数、预测其速率的情形。</translation>
    </message>
    <message>
        <source>Cosine embedding loss</source>
        <translation>余弦嵌入损失</translation>
    </message>
    <message>
        <source>Wants two inputs to point the same way where the target is 1, apart where it is -1.</source>
        <translation>目标为 1 时要求两个输入同向，为 -1 时要求相异。</translation>
    </message>
    <message>
        <source>Hinge embedding loss</source>
        <translation>合页嵌入损失</translation>
    </message>
    <message>
        <source>Wants distances small where the target is 1 and above a margin where it is -1.</source>
        <translation>目标为 1 时要求距离小，为 -1 时要求距离大于间隔。</translation>
    </message>
    <message>
        <source>Margin ranking loss</source>
        <translation>间隔排序损失</translation>
    </message>
    <message>
        <source>Wants the first input above the second where the target is 1, below where it is -1.</source>
        <translation>目标为 1 时要求第一个输入大于第二个，为 -1 时要求小于。</translation>
    </message>
    <message>
        <source>Triplet margin loss</source>
        <translation>三元组间隔损失</translation>
    </message>
    <message>
        <source>Wants an anchor nearer to the positive than to the negative by a margin.</source>
        <translation>要求锚点离正样本比离负样本近，至少差一个间隔。</translation>
    </message>
    <message>
        <source>Triplet margin loss by distance</source>
        <translation>三元组间隔损失（按距离）</translation>
    </message>
    <message>
        <source>Triplet margin loss with the plain Euclidean distance.</source>
        <translation>使用普通欧氏距离的三元组间隔损失。</translation>
    </message>
    <message>
        <source>Cosine similarity</source>
        <translation>余弦相似度</translation>
    </message>
    <message>
        <source>The cosine of the angle between two tensors along an axis, which goes.</source>
        <translation>两个张量沿一个轴的夹角余弦，该轴随之消失。</translation>
    </message>
    <message>
        <source>Pairwise distance</source>
        <translation>成对距离</translation>
    </message>
    <message>
        <source>The p-norm of the difference of two tensors along the last axis, which goes.</source>
        <translation>两个张量之差沿最后一个轴的 p 范数，该轴随之消失。</translation>
    </message>
    <message>
        <source>The p of the p-norm that the largest norm speaks of; 2 is the length.</source>
        <translation>最大范数所用的 p 范数中的 p；2 即向量的长度。</translation>
    </message>
    <message>
        <source>Scale gradient by frequency</source>
        <translation>按频率缩放梯度</translation>
    </message>
    <message>
        <source>Divide the gradient of a vector by how often its index occurs in the minibatch.</source>
        <translation>把向量的梯度除以其索引在小批量中出现的次数。</translation>
    </message>
    <message>
        <source>Sparse gradient</source>
        <translation>稀疏梯度</translation>
    </message>
    <message>
        <source>Keep gradients only for the vectors used. Few optimizers take such gradients.</source>
        <translation>只为用到的向量保存梯度。接受这种梯度的优化器很少。</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>What becomes of the vectors of a bag: their sum, their mean or their maximum.</source>
        <translation>一袋向量变成什么：它们的和、均值或最大值。</translation>
    </message>
    <message>
        <source>Last offset included</source>
        <translation>包含末尾偏移</translation>
    </message>
    <message>
        <source>The offsets have one more entry, which says where the last bag ends.</source>
        <translation>偏移多一项，说明最后一袋在哪里结束。</translation>
    </message>
    <message>
        <source>Index whose vector counts for nothing and never learns; None for none.</source>
        <translation>该索引的向量不计入结果，也不学习；None 表示没有。</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入层</translation>
    </message>
    <message>
        <source>Looks up a learned vector for every integer of the input.</source>
        <translation>为输入中的每个整数查找一个学习到的向量。</translation>
    </message>
    <message>
        <source>Embedding of bags</source>
        <translation>袋嵌入层</translation>
    </message>
    <message>
        <source>Looks up the vectors of a bag of integers and takes their mean or sum.</source>
        <translation>查出一袋整数各自的向量，取它们的均值或和。</translation>
    </message>
    <message>
        <source>New axes</source>
        <translation>新的轴</translation>
    </message>
    <message>
        <source>Lengths of the axes that take the place of the old one; one of them may be -1, the rest.</source>
        <translation>取代原有轴的各个轴的长度；其中一个可以为 -1，表示其余部分。</translation>
    </message>
    <message>
        <source>New shape</source>
        <translation>新形状</translation>
    </message>
    <message>
        <source>Length of each axis of the output; one of them may be -1, the rest.</source>
        <translation>输出各轴的长度；其中一个可以是 -1，即其余的全部。</translation>
    </message>
    <message>
        <source>Order of the axes</source>
        <translation>轴的顺序</translation>
    </message>
    <message>
        <source>Every axis of the input once, in the order of the output: (0, 2, 1) swaps the last.</source>
        <translation>输入的每个轴各出现一次，按输出的顺序排列：(0, 2, 1) 交换最后两个轴。</translation>
    </message>
    <message>
        <source>One axis</source>
        <translation>一个轴</translation>
    </message>
    <message>
        <source>The first of the two axes that change places, counted from 0; -1 is the last one.</source>
        <translation>互换位置的两个轴中的第一个，从 0 数起；-1 是最后一个。</translation>
    </message>
    <message>
        <source>Other axis</source>
        <translation>另一个轴</translation>
    </message>
    <message>
        <source>The second of the two axes that change places, counted from 0; -1 is the last one.</source>
        <translation>互换位置的两个轴中的第二个，从 0 数起；-1 是最后一个。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>The axes to move, where they are now.</source>
        <translation>要移动的轴现在所在的位置。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Where each of them goes; the other axes keep their order.</source>
        <translation>它们各自移到哪里；其余的轴保持顺序。</translation>
    </message>
    <message>
        <source>The axis of length 1 to take away; None takes away all of them.</source>
        <translation>要去掉的长度为 1 的轴；None 去掉所有这样的轴。</translation>
    </message>
    <message>
        <source>Where the new axis stands, counted from 0; -1 puts it last.</source>
        <translation>新轴所在的位置，从 0 数起；-1 放在最后。</translation>
    </message>
    <message>
        <source>Expanded shape</source>
        <translation>扩展后的形状</translation>
    </message>
    <message>
        <source>Length of each axis of the output; -1 leaves an axis as it is.</source>
        <translation>输出各轴的长度；-1 表示该轴保持不变。</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复次数</translation>
    </message>
    <message>
        <source>How often the tensor is laid side by side along each axis.</source>
        <translation>沿每个轴把张量并排放置多少次。</translation>
    </message>
    <message>
        <source>How often each element is repeated before the next one follows.</source>
        <translation>每个元素重复多少次，然后才轮到下一个。</translation>
    </message>
    <message>
        <source>The axis to repeat along; None flattens the tensor first.</source>
        <translation>沿哪个轴重复；None 先把张量展平。</translation>
    </message>
    <message>
        <source>The axes to turn around, each counted from 0; -1 is the last one.</source>
        <translation>要翻转的轴，从 0 数起；-1 是最后一个。</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>移动量</translation>
    </message>
    <message>
        <source>How many places the elements move along each of the axes; what falls off comes in.</source>
        <translation>元素沿每个轴移动多少位；移出一端的从另一端进来。</translation>
    </message>
    <message>
        <source>One axis for each shift; None flattens the tensor first and restores it.</source>
        <translation>每个移动量对应一个轴；None 先展平张量，之后再还原。</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>Joins all axes but the batch into one.</source>
        <translation>把批量轴以外的所有轴合并为一个。</translation>
    </message>
    <message>
        <source>Flatten as a function</source>
        <translation>展平（函数形式）</translation>
    </message>
    <message>
        <source>Joins neighbouring axes into one, the batch included unless the first axis is 1.</source>
        <translation>把相邻的轴合并为一个；除非起始轴为 1，否则批量轴也包含在内。</translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>Gives the same elements, in the same order, another shape.</source>
        <translation>给同样的元素以另一种形状，顺序不变。</translation>
    </message>
    <message>
        <source>Unflatten as a function</source>
        <translation>还原展平（函数形式）</translation>
    </message>
    <message>
        <source>Permute axes</source>
        <translation>重排轴</translation>
    </message>
    <message>
        <source>Puts the axes into another order.</source>
        <translation>把轴排成另一种顺序。</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>转置</translation>
    </message>
    <message>
        <source>Makes two axes change places.</source>
        <translation>交换两个轴的位置。</translation>
    </message>
    <message>
        <source>Move axes</source>
        <translation>移动轴</translation>
    </message>
    <message>
        <source>Moves axes to another place; the others keep their order.</source>
        <translation>把轴移到别处；其余的轴保持顺序。</translation>
    </message>
    <message>
        <source>Add an axis</source>
        <translation>增加一个轴</translation>
    </message>
    <message>
        <source>Inserts an axis of length 1.</source>
        <translation>插入一个长度为 1 的轴。</translation>
    </message>
    <message>
        <source>Remove an axis</source>
        <translation>去掉一个轴</translation>
    </message>
    <message>
        <source>Takes away an axis of length 1; an axis of another length stays.</source>
        <translation>去掉一个长度为 1 的轴；长度不为 1 的轴会保留。</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>扩展</translation>
    </message>
    <message>
        <source>Makes axes of length 1 longer, and adds axes in front, without copying memory.</source>
        <translation>把长度为 1 的轴变长，并在前面增加轴，而不复制内存。</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Lays copies of the whole tensor side by side.</source>
        <translation>把整个张量的副本并排放置。</translation>
    </message>
    <message>
        <source>Repeat each element</source>
        <translation>逐元素重复</translation>
    </message>
    <message>
        <source>Repeats every element along an axis, before the next one follows.</source>
        <translation>沿一个轴重复每个元素，然后才轮到下一个。</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>Turns the order of the elements along axes around.</source>
        <translation>把沿轴的元素顺序倒过来。</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>滚动</translation>
    </message>
    <message>
        <source>Shifts the elements along axes in a circle, as shifted windows do.</source>
        <translation>使元素沿轴循环移动，移位窗口就是这样做的。</translation>
    </message>
    <message>
        <source>Unflatten</source>
        <translation>还原展平</translation>
    </message>
    <message>
        <source>Splits one axis into several.</source>
        <translation>把一个轴拆成多个。</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <source>Passes the input on unchanged.</source>
        <translation>把输入原样传出。</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation>规范化</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>汇聚</translation>
    </message>
    <message>
        <source>Regularization</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Mathematics</source>
        <translation>数学运算</translation>
    </message>
    <message>
        <source>Loss and distance</source>
        <translation>损失与距离</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>块</translation>
    </message>
    <message>
        <source>Number of attention heads. It must divide the last axis of what is split.</source>
        <translation>注意力头的数量。它必须整除被拆分的最后一个轴。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>Length of the new axis: the size of the vocabulary. Every index must be less.</source>
        <translation>新轴的长度：词表的大小。每个索引都必须小于它。</translation>
    </message>
    <message>
        <source>Masked softmax</source>
        <translation>掩蔽 softmax</translation>
    </message>
    <message>
        <source>Softmax over the last axis, in which nothing beyond the valid length counts.</source>
        <translation>在最后一个轴上做 softmax，超出有效长度的部分不计。</translation>
    </message>
    <message>
        <source>Split heads</source>
        <translation>拆分头</translation>
    </message>
    <message>
        <source>Cuts the last axis into heads and lays them into the batch, so that all run at once.</source>
        <translation>把最后一个轴切成多个头并放进批量，使它们同时计算。</translation>
    </message>
    <message>
        <source>Merge heads</source>
        <translation>合并头</translation>
    </message>
    <message>
        <source>Takes heads out of the batch again and joins them along the last axis.</source>
        <translation>把头从批量中取出，沿最后一个轴重新连结。</translation>
    </message>
    <message>
        <source>Positional encoding</source>
        <translation>位置编码</translation>
    </message>
    <message>
        <source>Adds sines and cosines, from which the network can tell where a token stands.</source>
        <translation>加上正弦和余弦，使网络能分辨词元所在的位置。</translation>
    </message>
    <message>
        <source>Expand to the batch</source>
        <translation>扩展到批量</translation>
    </message>
    <message>
        <source>Repeats the first tensor for every sample of the second: a class token for each image.</source>
        <translation>为第二个张量的每个样本重复第一个张量：给每幅图像一个类别词元。</translation>
    </message>
    <message>
        <source>Cut to the same length</source>
        <translation>截成同样长度</translation>
    </message>
    <message>
        <source>Keeps of the first tensor as much as the second is long.</source>
        <translation>第一个张量只保留与第二个一样长的部分。</translation>
    </message>
    <message>
        <source>Pick positions</source>
        <translation>选取位置</translation>
    </message>
    <message>
        <source>Takes from each sample the steps that are named, as masked language models do.</source>
        <translation>从每个样本中取出指定的时间步，掩蔽语言模型就是这样做的。</translation>
    </message>
    <message>
        <source>One-hot vectors</source>
        <translation>独热向量</translation>
    </message>
    <message>
        <source>Turns each index into a row of zeros with a single one, as floating point numbers.</source>
        <translation>把每个索引变成只有一个 1、其余为零的一行浮点数。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源代码</translation>
    </message>
    <message>
        <source>One Python function. It takes the tensors of the input ports, then the numbers, and never runs unasked.</source>
        <translation>一个 Python 函数。它先接收各输入端口的张量，再接收数；未经同意绝不运行。</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>What the function takes behind its tensors, in order.</source>
        <translation>函数在张量之后依次接收的数。</translation>
    </message>
    <message>
        <source>Shape like input</source>
        <translation>形状同输入</translation>
    </message>
    <message>
        <source>Until a run tells, outputs are taken to have the shape of this input, counted from 0; None leaves them open.</source>
        <translation>在运行之前，假定输出的形状与这个输入相同（从 0 数起）；None 表示未知。</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出个数</translation>
    </message>
    <message>
        <source>How many tensors the function returns: with more than one, as a tuple.</source>
        <translation>函数返回多少个张量：多于一个时以元组返回。</translation>
    </message>
    <message>
        <source>Custom code</source>
        <translation>自定义代码</translation>
    </message>
    <message>
        <source>A Python function of your own, for what no layer can say: loops and conditions.</source>
        <translation>你自己的 Python 函数，用于层无法表达的内容：循环和条件。</translation>
    </message>
    <message>
        <source>Number of elements added: one for both ends, or one for the left and the right.</source>
        <translation>添加的元素个数：两端共用一个数，或左、右各一个。</translation>
    </message>
    <message>
        <source>Number of elements added: one for all sides, or left, right, top and bottom, in this order.</source>
        <translation>添加的元素个数：各边共用一个数，或依次为左、右、上、下。</translation>
    </message>
    <message>
        <source>Number of elements added: one for all sides, or left, right, top, bottom, front and back, in this order.</source>
        <translation>添加的元素个数：各边共用一个数，或依次为左、右、上、下、前、后。</translation>
    </message>
    <message>
        <source>Padding value</source>
        <translation>填充值</translation>
    </message>
    <message>
        <source>What the added elements are.</source>
        <translation>添加的元素的值。</translation>
    </message>
    <message>
        <source>Surrounds the input with one value; a negative number cuts off instead.</source>
        <translation>用一个值包围输入；个数为负时则裁去。</translation>
    </message>
    <message>
        <source>Surrounds the input with zeros; a negative number cuts off instead.</source>
        <translation>用零包围输入；个数为负时则裁去。</translation>
    </message>
    <message>
        <source>Surrounds the input with its mirror image, without repeating the edge.</source>
        <translation>用输入的镜像包围输入，不重复边缘。</translation>
    </message>
    <message>
        <source>Surrounds the input with copies of its edge.</source>
        <translation>用边缘的副本包围输入。</translation>
    </message>
    <message>
        <source>Surrounds the input with its other end, as if it went round.</source>
        <translation>用输入的另一端包围输入，如同首尾相接。</translation>
    </message>
    <message>
        <source>By how much height and width grow. Its square must divide the channels.</source>
        <translation>高度和宽度放大的倍数；它的平方必须整除通道数。</translation>
    </message>
    <message>
        <source>By how much height and width shrink. It must divide both.</source>
        <translation>高度和宽度缩小的倍数；它必须整除二者。</translation>
    </message>
    <message>
        <source>Constant padding 1-D</source>
        <translation>一维常量填充层</translation>
    </message>
    <message>
        <source>Constant padding 2-D</source>
        <translation>二维常量填充层</translation>
    </message>
    <message>
        <source>Constant padding 3-D</source>
        <translation>三维常量填充层</translation>
    </message>
    <message>
        <source>Zero padding 1-D</source>
        <translation>一维零填充层</translation>
    </message>
    <message>
        <source>Zero padding 2-D</source>
        <translation>二维零填充层</translation>
    </message>
    <message>
        <source>Zero padding 3-D</source>
        <translation>三维零填充层</translation>
    </message>
    <message>
        <source>Reflection padding 1-D</source>
        <translation>一维反射填充层</translation>
    </message>
    <message>
        <source>Reflection padding 2-D</source>
        <translation>二维反射填充层</translation>
    </message>
    <message>
        <source>Reflection padding 3-D</source>
        <translation>三维反射填充层</translation>
    </message>
    <message>
        <source>Replication padding 1-D</source>
        <translation>一维复制填充层</translation>
    </message>
    <message>
        <source>Replication padding 2-D</source>
        <translation>二维复制填充层</translation>
    </message>
    <message>
        <source>Replication padding 3-D</source>
        <translation>三维复制填充层</translation>
    </message>
    <message>
        <source>Circular padding 1-D</source>
        <translation>一维循环填充层</translation>
    </message>
    <message>
        <source>Circular padding 2-D</source>
        <translation>二维循环填充层</translation>
    </message>
    <message>
        <source>Circular padding 3-D</source>
        <translation>三维循环填充层</translation>
    </message>
    <message>
        <source>Channels to pixels (pixel shuffle)</source>
        <translation>通道重排为像素（pixel shuffle）</translation>
    </message>
    <message>
        <source>Lays groups of channels out as blocks of pixels, which enlarges the image.</source>
        <translation>把成组的通道铺成像素块，从而放大图像。</translation>
    </message>
    <message>
        <source>Pixels to channels (pixel unshuffle)</source>
        <translation>像素重排为通道（pixel unshuffle）</translation>
    </message>
    <message>
        <source>Makes channels of blocks of pixels: the reverse of pixel shuffle.</source>
        <translation>把像素块变成通道：与 pixel shuffle 相反。</translation>
    </message>
    <message>
        <source>Channel shuffle</source>
        <translation>通道混洗</translation>
    </message>
    <message>
        <source>Mixes the channels of the groups, so that grouped convolutions can talk.</source>
        <translation>打乱各组的通道，使分组卷积之间可以交换信息。</translation>
    </message>
    <message>
        <source>Length of the last axis of the input: the features of one time step.</source>
        <translation>输入最后一个轴的长度，即一个时间步的特征数。</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>隐藏单元数</translation>
    </message>
    <message>
        <source>Number of features of the hidden state.</source>
        <translation>隐状态的特征数。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>How many recurrent layers are stacked; each reads the states of the one below.</source>
        <translation>堆叠多少个循环层；每一层读取下一层的状态。</translation>
    </message>
    <message>
        <source>Nonlinearity</source>
        <translation>非线性函数</translation>
    </message>
    <message>
        <source>The activation function that makes the new hidden state.</source>
        <translation>产生新隐状态的激活函数。</translation>
    </message>
    <message>
        <source>Learn biases for the input and for the hidden state.</source>
        <translation>为输入和隐状态分别学习偏置。</translation>
    </message>
    <message>
        <source>Sequences come as (batch, time, features) rather than (time, batch, features); states stay.</source>
        <translation>序列为（批量，时间，特征），而不是（时间，批量，特征）；状态不变。</translation>
    </message>
    <message>
        <source>Dropout between layers</source>
        <translation>层间暂退概率</translation>
    </message>
    <message>
        <source>Dropout probability behind each layer but the last one; it needs at least two layers.</source>
        <translation>除最后一层外，每一层之后的暂退概率；至少需要两层。</translation>
    </message>
    <message>
        <source>Bidirectional</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>Read the sequence from its end as well and join both states, which doubles the output features.</source>
        <translation>同时从末尾读取序列，并连结两个方向的状态，输出特征数加倍。</translation>
    </message>
    <message>
        <source>Projection size</source>
        <translation>投影大小</translation>
    </message>
    <message>
        <source>Project the hidden state to so many features, fewer than the hidden units; 0 for no projection.</source>
        <translation>把隐状态投影为这么多个特征，须少于隐藏单元数；0 表示不投影。</translation>
    </message>
    <message>
        <source>Long short-term memory (LSTM)</source>
        <translation>长短期记忆网络（LSTM）</translation>
    </message>
    <message>
        <source>Reads a sequence with a memory cell whose gates decide what is kept, written and shown.</source>
        <translation>用记忆元读取序列，由门决定保留、写入和输出什么。</translation>
    </message>
    <message>
        <source>LSTM, one step</source>
        <translation>LSTM 单步</translation>
    </message>
    <message>
        <source>Computes the next hidden state and memory cell of an LSTM from one time step.</source>
        <translation>由一个时间步计算 LSTM 的下一个隐状态和记忆元。</translation>
    </message>
    <message>
        <source>Recurrent layer (RNN)</source>
        <translation>循环层（RNN）</translation>
    </message>
    <message>
        <source>Reads a sequence step by step; each hidden state comes from the input and the state before.</source>
        <translation>逐步读取序列；每个隐状态由输入和前一个状态得到。</translation>
    </message>
    <message>
        <source>Gated recurrent unit (GRU)</source>
        <translation>门控循环单元（GRU）</translation>
    </message>
    <message>
        <source>Reads a sequence with gates that decide how much of the old state is kept.</source>
        <translation>读取序列，由门决定保留多少旧状态。</translation>
    </message>
    <message>
        <source>RNN, one step</source>
        <translation>RNN 单步</translation>
    </message>
    <message>
        <source>Computes the next hidden state of a recurrent layer from one time step.</source>
        <translation>由一个时间步计算循环层的下一个隐状态。</translation>
    </message>
    <message>
        <source>GRU, one step</source>
        <translation>GRU 单步</translation>
    </message>
    <message>
        <source>Computes the next hidden state of a GRU from one time step.</source>
        <translation>由一个时间步计算 GRU 的下一个隐状态。</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>各轴</translation>
    </message>
    <message>
        <source>The axes to work along, each counted from 0; None takes all of them.</source>
        <translation>沿哪些轴计算，从 0 数起；None 即所有的轴。</translation>
    </message>
    <message>
        <source>The axis to work along, counted from 0; None looks at all elements at once.</source>
        <translation>沿哪个轴计算，从 0 数起；None 则一次看所有的元素。</translation>
    </message>
    <message>
        <source>Keep the axis</source>
        <translation>保留轴</translation>
    </message>
    <message>
        <source>Leave an axis of length 1 where it was worked along.</source>
        <translation>在计算过的轴处留下一个长度为 1 的轴。</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>校正</translation>
    </message>
    <message>
        <source>What is taken from the number of elements: 1 for a sample, 0 for the whole.</source>
        <translation>从元素个数中减去的数：样本用 1，总体用 0。</translation>
    </message>
    <message>
        <source>2 is the length of the vector, 1 the sum of magnitudes.</source>
        <translation>2 是向量的长度，1 是绝对值之和。</translation>
    </message>
    <message>
        <source>The least that is divided by, so that nothing is divided by zero.</source>
        <translation>除数的最小值，以免除以零。</translation>
    </message>
    <message>
        <source>Softmax as a function</source>
        <translation>softmax（函数形式）</translation>
    </message>
    <message>
        <source>Log softmax as a function</source>
        <translation>对数 softmax（函数形式）</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>Adds up all elements, or those along the axes that you name.</source>
        <translation>把所有元素相加，或只沿指定的轴相加。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>The mean of all elements, or of those along the axes that you name.</source>
        <translation>所有元素的均值，或只沿指定的轴求均值。</translation>
    </message>
    <message>
        <source>Largest element</source>
        <translation>最大元素</translation>
    </message>
    <message>
        <source>The largest element, of all or along the axes that you name.</source>
        <translation>所有元素中最大的，或只沿指定的轴取最大。</translation>
    </message>
    <message>
        <source>Smallest element</source>
        <translation>最小元素</translation>
    </message>
    <message>
        <source>The smallest element, of all or along the axes that you name.</source>
        <translation>所有元素中最小的，或只沿指定的轴取最小。</translation>
    </message>
    <message>
        <source>Maximum and its place</source>
        <translation>最大值及其位置</translation>
    </message>
    <message>
        <source>The largest element along an axis, and where it stands.</source>
        <translation>沿一个轴最大的元素，以及它的位置。</translation>
    </message>
    <message>
        <source>Minimum and its place</source>
        <translation>最小值及其位置</translation>
    </message>
    <message>
        <source>The smallest element along an axis, and where it stands.</source>
        <translation>沿一个轴最小的元素，以及它的位置。</translation>
    </message>
    <message>
        <source>Place of the maximum</source>
        <translation>最大值的位置</translation>
    </message>
    <message>
        <source>Where the largest element stands along an axis: the class that is predicted.</source>
        <translation>沿一个轴最大元素的位置：即预测的类别。</translation>
    </message>
    <message>
        <source>Place of the minimum</source>
        <translation>最小值的位置</translation>
    </message>
    <message>
        <source>Where the smallest element stands along an axis.</source>
        <translation>沿一个轴最小元素的位置。</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>方差</translation>
    </message>
    <message>
        <source>The variance of all elements, or of those along the axes that you name.</source>
        <translation>所有元素的方差，或只沿指定的轴求方差。</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>The standard deviation of all elements, or of those along the axes that you name.</source>
        <translation>所有元素的标准差，或只沿指定的轴求标准差。</translation>
    </message>
    <message>
        <source>Log of a sum of exponentials</source>
        <translation>指数和的对数</translation>
    </message>
    <message>
        <source>The logarithm of the sum of exponentials along axes, computed stably.</source>
        <translation>沿各轴求指数之和的对数，计算稳定。</translation>
    </message>
    <message>
        <source>Vector norm</source>
        <translation>向量范数</translation>
    </message>
    <message>
        <source>The length of all elements as one vector, or of the vectors along axes.</source>
        <translation>把所有元素看作一个向量的长度，或沿各轴的向量的长度。</translation>
    </message>
    <message>
        <source>Unit length</source>
        <translation>单位长度</translation>
    </message>
    <message>
        <source>Divides the vectors along an axis by their norm.</source>
        <translation>把沿一个轴的向量除以它们的范数。</translation>
    </message>
    <message>
        <source>Cumulative sum</source>
        <translation>累积和</translation>
    </message>
    <message>
        <source>Adds up the elements along an axis one after the other, and keeps every sum.</source>
        <translation>沿一个轴把元素逐个相加，并保留每一步的和。</translation>
    </message>
    <message>
        <source>Width of the hidden layer of the feedforward network behind the attention.</source>
        <translation>注意力之后的前馈网络隐藏层的宽度。</translation>
    </message>
    <message>
        <source>How many equal layers are stacked.</source>
        <translation>堆叠多少个相同的层。</translation>
    </message>
    <message>
        <source>Encoder layers</source>
        <translation>编码器层数</translation>
    </message>
    <message>
        <source>Decoder layers</source>
        <translation>解码器层数</translation>
    </message>
    <message>
        <source>Probability with which an element is dropped in training, from 0 to 1.</source>
        <translation>训练时丢弃一个元素的概率，从 0 到 1。</translation>
    </message>
    <message>
        <source>The activation function of the feedforward network.</source>
        <translation>前馈网络的激活函数。</translation>
    </message>
    <message>
        <source>Normalize first</source>
        <translation>先规范化</translation>
    </message>
    <message>
        <source>Normalize before each part rather than behind its residual connection.</source>
        <translation>在每个部分之前规范化，而不是在残差连接之后。</translation>
    </message>
    <message>
        <source>Nested tensors</source>
        <translation>嵌套张量</translation>
    </message>
    <message>
        <source>Leave padding out of the computation in prediction, where torch knows how to.</source>
        <translation>预测时，在 torch 支持的情况下不计算填充部分。</translation>
    </message>
    <message>
        <source>Check the mask</source>
        <translation>检查掩码</translation>
    </message>
    <message>
        <source>Look whether the padding is all at the right before nested tensors are used.</source>
        <translation>使用嵌套张量之前，检查填充是否都在右侧。</translation>
    </message>
    <message>
        <source>Target causal</source>
        <translation>目标因果</translation>
    </message>
    <message>
        <source>Memory causal</source>
        <translation>记忆因果</translation>
    </message>
    <message>
        <source>Transformer encoder layer</source>
        <translation>Transformer 编码器层</translation>
    </message>
    <message>
        <source>Self-attention and a feedforward network, each with a residual connection and a normalization.</source>
        <translation>自注意力和前馈网络，各带残差连接和规范化。</translation>
    </message>
    <message>
        <source>Transformer decoder layer</source>
        <translation>Transformer 解码器层</translation>
    </message>
    <message>
        <source>Self-attention, attention to the memory of an encoder, and a feedforward network.</source>
        <translation>自注意力、对编码器记忆的注意力，以及前馈网络。</translation>
    </message>
    <message>
        <source>Transformer encoder</source>
        <translation>Transformer 编码器</translation>
    </message>
    <message>
        <source>A stack of equal transformer encoder layers.</source>
        <translation>相同的 Transformer 编码器层的堆叠。</translation>
    </message>
    <message>
        <source>Transformer decoder</source>
        <translation>Transformer 解码器</translation>
    </message>
    <message>
        <source>A stack of equal transformer decoder layers.</source>
        <translation>相同的 Transformer 解码器层的堆叠。</translation>
    </message>
    <message>
        <source>Transformer</source>
        <translation>Transformer</translation>
    </message>
    <message>
        <source>Source causal</source>
        <translation>源因果</translation>
    </message>
    <message>
        <source>A stack of encoder layers and a stack of decoder layers that reads it.</source>
        <translation>一叠编码器层，以及读取其输出的一叠解码器层。</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>On the canvas</source>
        <translation>在画布上</translation>
    </message>
    <message>
        <source>Keys and gestures</source>
        <translation>按键与手势</translation>
    </message>
    <message>
        <source>Search keys and gestures</source>
        <translation>搜索按键与手势</translation>
    </message>
    <message>
        <source>Nothing is called so. Try another word.</source>
        <translation>没有匹配的内容。请换一个词。</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>fix: run again with --allow-code, once you have read the source</source>
        <translation>修正：读过源代码之后，加上 --allow-code 再运行</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>{severity}: {message}</source>
        <translation>{severity}：{message}</translation>
    </message>
    <message>
        <source>fix: {fix}</source>
        <translation>修正：{fix}</translation>
    </message>
    <message>
        <source>waits for {node}</source>
        <translation>等待 {node}</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>received: {shapes}</source>
        <translation>收到：{shapes}</translation>
    </message>
    <message>
        <source>PyTorch: {words}</source>
        <translation>PyTorch：{words}</translation>
    </message>
    <message>
        <source>where the numbers come from:</source>
        <translation>这些数从何而来：</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>另有 {n} 个</translation>
    </message>
    <message>
        <source>--input {text}: write a node and its shape, as in x=2,20.</source>
        <translation>--input {text}：请写节点及其形状，例如 x=2,20。</translation>
    </message>
    <message>
        <source>--input {text}: “{node}” is no Input. Inputs are: {names}.</source>
        <translation>--input {text}：“{node}”不是 Input。现有的 Input：{names}。</translation>
    </message>
    <message>
        <source>the window cannot open, for something is missing:</source>
        <translation>窗口无法打开，因为缺少以下内容：</translation>
    </message>
    <message>
        <source>the figure cannot be drawn, for something is missing:</source>
        <translation>无法绘制图片，因为缺少以下内容：</translation>
    </message>
    <message>
        <source>there is no display to open the window on: set DISPLAY. lazygui run, check, figure, code and doctor need none.</source>
        <translation>没有可供打开窗口的显示器：请设置 DISPLAY。lazygui run、check、figure、code 和 doctor 不需要显示器。</translation>
    </message>
    <message>
        <source>--select: there is no node and no group called “{name}”.</source>
        <translation>--select：没有名为“{name}”的节点或组。</translation>
    </message>
    <message>
        <source>lines that say nothing of the network were left out: {lines}</source>
        <translation>已略去与网络无关的行：{lines}</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>PyTorch code</source>
        <translation>PyTorch 代码</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the code to the clipboard</source>
        <translation>将代码复制到剪贴板</translation>
    </message>
    <message>
        <source>Save as script…</source>
        <translation>保存为脚本…</translation>
    </message>
    <message>
        <source>Save a script that runs by itself and prints the shapes</source>
        <translation>保存一个可以独立运行并打印形状的脚本</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>The clipboard holds no layers. Copy some nodes or PyTorch code first.</source>
        <translation>剪贴板中没有层。请先复制一些节点或 PyTorch 代码。</translation>
    </message>
    <message>
        <source>Run a sample first: then one can go back through it.</source>
        <translation>请先运行样本，然后才能反向传播。</translation>
    </message>
    <message>
        <source>Run a sample and choose a node that has run: then one can look inside.</source>
        <translation>请先运行样本并选择一个已运行的节点，然后才能查看内部。</translation>
    </message>
    <message>
        <source>Nothing was run: the code of this drawing is not allowed to.</source>
        <translation>没有运行：这幅图自带的代码未获允许。</translation>
    </message>
</context>
<context>
    <name>CommentPage</name>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>便签</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>框</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>写注释</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>Code in the drawing</source>
        <translation>图中的代码</translation>
    </message>
    <message>
        <source>May the Python code of this drawing run?</source>
        <translation>允许运行这幅图中的 Python 代码吗？</translation>
    </message>
    <message>
        <source>The drawing brings the code below, which does not come with LazyGUI. When it runs it can do whatever you can do on this computer, such as read and delete files. Allow it only if you know what it does.</source>
        <translation>这幅图带有下面的代码，它并非 LazyGUI 自带。代码一旦运行，就能做您在这台计算机上能做的一切，例如读取和删除文件。只有清楚它做什么，才应允许。</translation>
    </message>
    <message>
        <source>Nodes with code</source>
        <translation>带有代码的节点</translation>
    </message>
    <message>
        <source>{node} · {count} nodes</source>
        <translation>{node} · {count} 个节点</translation>
    </message>
    <message>
        <source>Code of {node}</source>
        <translation>{node} 的代码</translation>
    </message>
    <message>
        <source>Allow for this document</source>
        <translation>允许此文档运行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>DepthModel</name>
    <message>
        <source>mean {mean} · std {std}</source>
        <translation>均值 {mean} · 标准差 {std}</translation>
    </message>
    <message>
        <source>{share} dead</source>
        <translation>{share}失活</translation>
    </message>
    <message>
        <source>{dead} of {units} units are zero for the whole sample</source>
        <translation>{units}个单元中有{dead}个对整个样本为零</translation>
    </message>
</context>
<context>
    <name>DepthPanel</name>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>What is shown by depth</source>
        <translation>按深度显示的内容</translation>
    </message>
    <message>
        <source>Each on its own axis</source>
        <translation>各用自己的坐标轴</translation>
    </message>
    <message>
        <source>values from {low} to {high} · spread from {least} to {most}</source>
        <translation>值从{low}到{high} · 标准差从{least}到{most}</translation>
    </message>
    <message>
        <source>No backward yet: run a sample, and go back through it with Ctrl+B.</source>
        <translation>尚未反向传播：请运行样本，再按Ctrl+B反向传播。</translation>
    </message>
    <message>
        <source>Run a sample: what comes out of each layer is shown here, the first on top.</source>
        <translation>运行样本：这里显示每一层的输出，第一层在最上面。</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>What PyTorch says</source>
        <translation>PyTorch 的原话</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>making the environment</source>
        <translation>创建环境</translation>
    </message>
    <message>
        <source>Python packages</source>
        <translation>Python 软件包</translation>
    </message>
    <message>
        <source>libraries for drawing</source>
        <translation>绘图所需的库</translation>
    </message>
    <message>
        <source>libraries for a window under X</source>
        <translation>X 窗口所需的库</translation>
    </message>
    <message>
        <source>a font that draws Chinese</source>
        <translation>中文字体</translation>
    </message>
    <message>
        <source>a display</source>
        <translation>显示器</translation>
    </message>
    <message>
        <source>programs for tests in a window</source>
        <translation>窗口测试所需的程序</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>note</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>install LazyGUI again.</source>
        <translation>请重新安装 LazyGUI。</translation>
    </message>
    <message>
        <source>LazyGUI needs 3.11 or newer.</source>
        <translation>LazyGUI 需要 3.11 或更新的版本。</translation>
    </message>
    <message>
        <source>without it, python -m venv fails.</source>
        <translation>没有它，python -m venv 会失败。</translation>
    </message>
    <message>
        <source>it crashes on this Python: pip install &apos;PySide6-Essentials&lt;6.12&apos;, or take Python 3.12.</source>
        <translation>它在此版本的 Python 上会崩溃：请运行 pip install &apos;PySide6-Essentials&lt;6.12&apos;，或改用 Python 3.12。</translation>
    </message>
    <message>
        <source>none: Chinese is drawn as boxes.</source>
        <translation>无：中文会显示为方框。</translation>
    </message>
    <message>
        <source>none: the window cannot open here, but lazygui run, code and doctor work.</source>
        <translation>无：窗口无法在此打开，但 lazygui run、code 和 doctor 可以使用。</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>什么都不缺。</translation>
    </message>
    <message>
        <source>To install what the system lacks, type:</source>
        <translation>要安装系统所缺的内容，请输入：</translation>
    </message>
    <message>
        <source>Install, with the package manager of this system, what provides: {names}.</source>
        <translation>请用本系统的软件包管理器安装提供以下内容的软件包：{names}。</translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>addition of {subject}</source>
        <translation>添加 {subject}</translation>
    </message>
    <message>
        <source>addition of {count} nodes</source>
        <translation>添加 {count} 个节点</translation>
    </message>
    <message>
        <source>pasting of {subject}</source>
        <translation>粘贴 {subject}</translation>
    </message>
    <message>
        <source>pasting of {count} nodes</source>
        <translation>粘贴 {count} 个节点</translation>
    </message>
    <message>
        <source>pasting of code as {subject}</source>
        <translation>将代码粘贴为 {subject}</translation>
    </message>
    <message>
        <source>pasting of code as {count} nodes</source>
        <translation>将代码粘贴为 {count} 个节点</translation>
    </message>
    <message>
        <source>duplication as {subject}</source>
        <translation>创建副本 {subject}</translation>
    </message>
    <message>
        <source>duplication of {count} nodes</source>
        <translation>创建 {count} 个节点的副本</translation>
    </message>
    <message>
        <source>deletion of {subject}</source>
        <translation>删除 {subject}</translation>
    </message>
    <message>
        <source>deletion of {count} nodes</source>
        <translation>删除 {count} 个节点</translation>
    </message>
    <message>
        <source>deletion of an edge</source>
        <translation>删除一条边</translation>
    </message>
    <message>
        <source>deletion of {count} edges</source>
        <translation>删除 {count} 条边</translation>
    </message>
    <message>
        <source>writing of a note</source>
        <translation>写便签</translation>
    </message>
    <message>
        <source>drawing of a frame</source>
        <translation>画框</translation>
    </message>
    <message>
        <source>change of a comment</source>
        <translation>修改注释</translation>
    </message>
    <message>
        <source>move of a comment</source>
        <translation>移动注释</translation>
    </message>
    <message>
        <source>move of {count} comments</source>
        <translation>移动 {count} 个注释</translation>
    </message>
    <message>
        <source>deletion of a comment</source>
        <translation>删除注释</translation>
    </message>
    <message>
        <source>deletion of {count} comments</source>
        <translation>删除 {count} 个注释</translation>
    </message>
    <message>
        <source>pasting of a comment</source>
        <translation>粘贴注释</translation>
    </message>
    <message>
        <source>pasting of {count} comments</source>
        <translation>粘贴 {count} 个注释</translation>
    </message>
    <message>
        <source>move of {subject}</source>
        <translation>移动 {subject}</translation>
    </message>
    <message>
        <source>move of {count} nodes</source>
        <translation>移动 {count} 个节点</translation>
    </message>
    <message>
        <source>alignment of {subject}</source>
        <translation>对齐 {subject}</translation>
    </message>
    <message>
        <source>alignment of {count} nodes</source>
        <translation>对齐 {count} 个节点</translation>
    </message>
    <message>
        <source>even spacing of {subject}</source>
        <translation>等距分布 {subject}</translation>
    </message>
    <message>
        <source>even spacing of {count} nodes</source>
        <translation>等距分布 {count} 个节点</translation>
    </message>
    <message>
        <source>tidying of {subject}</source>
        <translation>整理 {subject}</translation>
    </message>
    <message>
        <source>tidying of {count} nodes</source>
        <translation>整理 {count} 个节点</translation>
    </message>
    <message>
        <source>connection to {subject}</source>
        <translation>连接到 {subject}</translation>
    </message>
    <message>
        <source>reconnection to {subject}</source>
        <translation>改接到 {subject}</translation>
    </message>
    <message>
        <source>insertion of {subject} into an edge</source>
        <translation>将 {subject} 插入边中</translation>
    </message>
    <message>
        <source>insertion of {count} nodes into an edge</source>
        <translation>将 {count} 个节点插入边</translation>
    </message>
    <message>
        <source>taking of {subject} out of its chain</source>
        <translation>从链中取出 {subject}</translation>
    </message>
    <message>
        <source>taking of {count} nodes out of their chains</source>
        <translation>从链中取出 {count} 个节点</translation>
    </message>
    <message>
        <source>deletion of {subject} and closing of its chain</source>
        <translation>删除 {subject} 并接合链</translation>
    </message>
    <message>
        <source>deletion of {count} nodes and closing of their chains</source>
        <translation>删除 {count} 个节点并接合链</translation>
    </message>
    <message>
        <source>swap of {subject}</source>
        <translation>替换 {subject}</translation>
    </message>
    <message>
        <source>swap of {count} nodes</source>
        <translation>替换 {count} 个节点</translation>
    </message>
    <message>
        <source>change of {subject} of {count} nodes</source>
        <translation>更改 {count} 个节点的 {subject}</translation>
    </message>
    <message>
        <source>setting of a number of {subject}</source>
        <translation>手动设置{subject}的一个数</translation>
    </message>
    <message>
        <source>change of the initialization</source>
        <translation>更改初始化</translation>
    </message>
    <message>
        <source>renaming of {subject}</source>
        <translation>重命名 {subject}</translation>
    </message>
    <message>
        <source>change of {subject}</source>
        <translation>更改 {subject}</translation>
    </message>
    <message>
        <source>correction of {subject}</source>
        <translation>修正 {subject}</translation>
    </message>
    <message>
        <source>sharing of the parameters of {subject}</source>
        <translation>共享 {subject} 的参数</translation>
    </message>
    <message>
        <source>end of the sharing of {subject}</source>
        <translation>结束共享 {subject}</translation>
    </message>
    <message>
        <source>tie of {subject}</source>
        <translation>绑定 {subject}</translation>
    </message>
    <message>
        <source>end of the tie of {subject}</source>
        <translation>结束绑定 {subject}</translation>
    </message>
    <message>
        <source>grouping as {subject}</source>
        <translation>编组为 {subject}</translation>
    </message>
    <message>
        <source>renaming of the group {subject}</source>
        <translation>重命名组 {subject}</translation>
    </message>
    <message>
        <source>dissolution of the group {subject}</source>
        <translation>解散组 {subject}</translation>
    </message>
    <message>
        <source>insertion of the block {subject}</source>
        <translation>插入块 {subject}</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>The figure is on the clipboard, as PNG and as SVG.</source>
        <translation>图片已复制到剪贴板（PNG 和 SVG）。</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>A fault in LazyGUI</source>
        <translation>LazyGUI 出错</translation>
    </message>
    <message>
        <source>Something went wrong in LazyGUI itself. The drawing is still open: save it.</source>
        <translation>LazyGUI 自身发生了错误。网络图仍然打开着：请保存它。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>FigureDialog</name>
    <message>
        <source>Export figure</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Whole drawing</source>
        <translation>整张网络图</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选中的部分</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>纯色</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>透明</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>边距</translation>
    </message>
    <message>
        <source>Scale of a PNG</source>
        <translation>PNG 缩放</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The ending of the file&apos;s name says whether it is SVG, PDF or PNG</source>
        <translation>文件名的后缀决定格式：SVG、PDF 或 PNG</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} 像素</translation>
    </message>
    <message>
        <source>As a PNG: {width} × {height} pixels</source>
        <translation>作为 PNG：{width} × {height} 像素</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>“{path}” is no longer there; it was taken from the recent files.</source>
        <translation>“{path}”已不存在；已将其从最近的文件中移除。</translation>
    </message>
    <message>
        <source>The figure is not saved</source>
        <translation>图片未保存</translation>
    </message>
    <message>
        <source>This file cannot be opened</source>
        <translation>无法打开此文件</translation>
    </message>
    <message>
        <source>Opened {path}</source>
        <translation>已打开 {path}</translation>
    </message>
    <message>
        <source>This code cannot be drawn</source>
        <translation>无法绘制这段代码</translation>
    </message>
    <message>
        <source>The drawing is not saved</source>
        <translation>网络图未保存</translation>
    </message>
    <message>
        <source>Saved to {path}</source>
        <translation>已保存到 {path}</translation>
    </message>
    <message>
        <source>The script is not saved</source>
        <translation>脚本未保存</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Name, layer, shape or state</source>
        <translation>名称、层、形状或状态</translation>
    </message>
    <message>
        <source>Find in the drawing</source>
        <translation>在网络图中查找</translation>
    </message>
    <message>
        <source>For example: conv, LazyLinear, 64×12, 16×?×5, failed</source>
        <translation>例如：conv、LazyLinear、64×12、16×?×5、失败</translation>
    </message>
    <message>
        <source>Previous one (Shift+Enter)</source>
        <translation>上一个 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next one (Enter)</source>
        <translation>下一个 (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>None</source>
        <translation>没有</translation>
    </message>
</context>
<context>
    <name>FindingBox</name>
    <message>
        <source>Received: {shapes}</source>
        <translation>收到：{shapes}</translation>
    </message>
    <message>
        <source>Where the numbers come from</source>
        <translation>这些数从何而来</translation>
    </message>
    <message>
        <source>What would mend it</source>
        <translation>如何修正</translation>
    </message>
    <message>
        <source>What PyTorch says</source>
        <translation>PyTorch 的原话</translation>
    </message>
</context>
<context>
    <name>Fix</name>
    <message>
        <source>Make {node} lazy</source>
        <translation>让 {node} 延后初始化</translation>
    </message>
    <message>
        <source>Let {names} of {node} be filled in (auto)</source>
        <translation>让 {node} 的 {names} 自动填入（auto）</translation>
    </message>
    <message>
        <source>Set {settings} of {node}</source>
        <translation>设置 {node} 的 {settings}</translation>
    </message>
    <message>
        <source>Replace {node} by {layer}</source>
        <translation>把 {node} 换成{layer}</translation>
    </message>
    <message>
        <source>Insert {layer} before {place}</source>
        <translation>在 {place} 之前插入{layer}</translation>
    </message>
    <message>
        <source>Insert {layer} before {node} and behind it</source>
        <translation>在 {node} 之前和之后各插入{layer}</translation>
    </message>
    <message>
        <source>Remove {node}</source>
        <translation>移除 {node}</translation>
    </message>
    <message>
        <source>Set {argument} of {node} to {value}</source>
        <translation>把 {node} 的 {argument} 设为 {value}</translation>
    </message>
    <message>
        <source>Change {node}</source>
        <translation>修改 {node}</translation>
    </message>
    <message>
        <source>a 1 × 1 convolution</source>
        <translation>一个 1 × 1 卷积层</translation>
    </message>
    <message>
        <source>{layer} ({settings})</source>
        <translation>{layer}（{settings}）</translation>
    </message>
    <message>
        <source>“{port}” of {node}</source>
        <translation>{node} 的“{port}”</translation>
    </message>
    <message>
        <source>tensor {number} of {node}</source>
        <translation>{node} 的第 {number} 个张量</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{number}: {argument} of {node}</source>
        <translation>{number}：{node} 的 {argument}</translation>
    </message>
    <message>
        <source>{number}: comes from {node}</source>
        <translation>{number}：来自 {node}</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>{argument} = {value}: the last axis of what arrived.</source>
        <translation>{argument} = {value}：来自输入的最后一个轴。</translation>
    </message>
    <message>
        <source>{argument} = {value}: axis {axis} of what arrived, counted from 0.</source>
        <translation>{argument} = {value}：来自输入的第 {axis} 轴（从 0 开始计数）。</translation>
    </message>
    <message>
        <source>{argument} = {value}.</source>
        <translation>{argument} = {value}。</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Search examples</source>
        <translation>搜索示例</translation>
    </message>
    <message>
        <source>No example is called so.</source>
        <translation>没有这样的示例。</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>Type the lengths of the axes, such as 2, 256.</source>
        <translation>请输入各轴的长度，例如 2, 256。</translation>
    </message>
    <message>
        <source>It has another number of axes than {count}.</source>
        <translation>轴数不是 {count}。</translation>
    </message>
    <message>
        <source>Axis {axis}, counted from 0, is another.</source>
        <translation>第 {axis} 轴（从 0 开始计数）不对。</translation>
    </message>
    <message>
        <source>The axes {axes}, counted from 0, are others.</source>
        <translation>第 {axes} 轴（从 0 开始计数）不对。</translation>
    </message>
    <message>
        <source>Which shape will leave {node}?</source>
        <translation>{node} 会输出什么形状？</translation>
    </message>
    <message>
        <source>such as 2, 256</source>
        <translation>例如 2, 256</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示答案</translation>
    </message>
</context>
<context>
    <name>Gestures</name>
    <message>
        <source>A letter or a capital</source>
        <translation>字母或大写字母</translation>
    </message>
    <message>
        <source>Search a layer to add</source>
        <translation>搜索要添加的层</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Walk along the edges</source>
        <translation>沿着边移动</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Edit arguments, open a group</source>
        <translation>编辑实参、展开分组</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Let the sample pass a layer</source>
        <translation>让样本经过一层</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message>
        <source>Shift + wheel</source>
        <translation>Shift + 滚轮</translation>
    </message>
    <message>
        <source>Pan sideways</source>
        <translation>左右平移</translation>
    </message>
    <message>
        <source>Space + drag, middle button</source>
        <translation>空格 + 拖动，或中键</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Shift + click</source>
        <translation>Shift + 单击</translation>
    </message>
    <message>
        <source>Extend the choice</source>
        <translation>扩展选择</translation>
    </message>
    <message>
        <source>Drag on empty canvas</source>
        <translation>在空白处拖动</translation>
    </message>
    <message>
        <source>Choose by a band</source>
        <translation>框选</translation>
    </message>
    <message>
        <source>Drag a card</source>
        <translation>拖动卡片</translation>
    </message>
    <message>
        <source>Move; Ctrl ignores guides</source>
        <translation>移动；按住 Ctrl 忽略参考线</translation>
    </message>
    <message>
        <source>Alt + drag a card</source>
        <translation>Alt + 拖动卡片</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Shift during the drag</source>
        <translation>拖动时按 Shift</translation>
    </message>
    <message>
        <source>Take it out of its chain</source>
        <translation>从链中取出</translation>
    </message>
    <message>
        <source>Drop a loose card on an edge</source>
        <translation>把未连接的卡片放到边上</translation>
    </message>
    <message>
        <source>Insert it there</source>
        <translation>插入到那里</translation>
    </message>
    <message>
        <source>Drag from port to port</source>
        <translation>从端口拖到端口</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Drop an edge on nothing</source>
        <translation>把边放到空白处</translation>
    </message>
    <message>
        <source>Choose what comes there</source>
        <translation>选择接下来的层</translation>
    </message>
    <message>
        <source>Double click a title</source>
        <translation>双击标题</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Double click below it</source>
        <translation>双击标题下方</translation>
    </message>
    <message>
        <source>Edit arguments there</source>
        <translation>就地编辑实参</translation>
    </message>
</context>
<context>
    <name>GroupPage</name>
    <message>
        <source>Not known yet: run a sample.</source>
        <translation>尚不清楚：请运行一个样本。</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>解散</translation>
    </message>
    <message>
        <source>Save as block…</source>
        <translation>存为块…</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The attribute path of the layer in the model, such as fc1 or b2.conv1.</source>
        <translation>层在模型中的属性路径，例如 fc1 或 b2.conv1。</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>About LazyGUI</source>
        <translation>关于 LazyGUI</translation>
    </message>
    <message>
        <source>Draw a PyTorch network, run a sample, and see every weight find its shape.</source>
        <translation>画出 PyTorch 网络，运行样本，看每个权重找到自己的形状。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Beginning</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
</context>
<context>
    <name>InitDialog</name>
    <message>
        <source>Initialize weights</source>
        <translation>初始化权重</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>For</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation>删除规则</translation>
    </message>
    <message>
        <source>After the dry run, when all shapes are known, weights are initialized once. A rule for a node goes before one for its kind, and that before one for all layers.</source>
        <translation>试运行之后，所有形状都已知，权重初始化一次。针对节点的规则优先于针对其类型的规则，后者又优先于针对所有层的规则。</translation>
    </message>
    <message>
        <source>Use these rules</source>
        <translation>使用这些规则</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Own choice</source>
        <translation>自行选择</translation>
    </message>
    <message>
        <source>Without rules weights stay as PyTorch drew them.</source>
        <translation>没有规则时，权重保持PyTorch抽取的样子。</translation>
    </message>
    <message>
        <source>These rules speak for {count} of {all} layers.</source>
        <translation>这些规则适用于{all}层中的{count}层。</translation>
    </message>
</context>
<context>
    <name>Initialization</name>
    <message>
        <source>Applied to {count} of {all} layers.</source>
        <translation>已应用于{all}层中的{count}层。</translation>
    </message>
    <message>
        <source>There is no layer that could be initialized.</source>
        <translation>没有可以初始化的层。</translation>
    </message>
    <message>
        <source>Numbers set by hand in {nodes}.</source>
        <translation>{nodes}中有手动设置的数。</translation>
    </message>
    <message>
        <source>Before the dry run: applied to {count} of {all} layers.</source>
        <translation>试运行之前：已应用于{all}层中的{count}层。</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>还有{count}个。</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>weights: {call}</source>
        <translation>权重：{call}</translation>
    </message>
    <message>
        <source>biases: {call}</source>
        <translation>偏置：{call}</translation>
    </message>
    <message>
        <source>as drawn</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>says nothing</source>
        <translation>未作规定</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>属性面板</translation>
    </message>
    <message>
        <source>Click a layer to edit its arguments and see its parameters. Arrow keys go from layer to layer.</source>
        <translation>单击一个层，即可编辑它的实参并查看它的参数。方向键可在层之间移动。</translation>
    </message>
    <message>
        <source>Drag a layer from the palette onto the canvas, or choose one and press Enter.</source>
        <translation>请从组件面板将一个层拖到画布上，或选择一个层并按 Enter。</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择任何内容</translation>
    </message>
    <message>
        <source>All of them are {type}.</source>
        <translation>它们都是 {type}。</translation>
    </message>
    <message>
        <source>They are of {count} different types.</source>
        <translation>它们属于 {count} 种不同的类型。</translation>
    </message>
    <message>
        <source>{count} nodes selected</source>
        <translation>已选择 {count} 个节点</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>边</translation>
    </message>
    <message>
        <source>{count} connections selected</source>
        <translation>已选择 {count} 条边</translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>training mode</source>
        <translation>训练模式</translation>
    </message>
    <message>
        <source>evaluation mode</source>
        <translation>预测模式</translation>
    </message>
    <message>
        <source>seed {seed} · {mode}</source>
        <translation>随机种子 {seed} · {mode}</translation>
    </message>
    <message>
        <source>Run sample</source>
        <translation>运行样本</translation>
    </message>
    <message>
        <source>✓ Initialize</source>
        <translation>✓ 初始化</translation>
    </message>
    <message>
        <source>▲ Initialize</source>
        <translation>▲ 初始化</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} 个参数</translation>
    </message>
    <message>
        <source>✓ Done</source>
        <translation>✓ 完成</translation>
    </message>
</context>
<context>
    <name>LookDialog</name>
    <message>
        <source>Inside {node}</source>
        <translation>{node}的内部</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Picture of the tensor</source>
        <translation>张量的图像</translation>
    </message>
    <message>
        <source>Number at the place</source>
        <translation>该位置的数</translation>
    </message>
    <message>
        <source>New number</source>
        <translation>新的数</translation>
    </message>
    <message>
        <source>new number</source>
        <translation>新的数</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>As the run finds it</source>
        <translation>恢复运行结果</translation>
    </message>
    <message>
        <source>The run is made anew…</source>
        <translation>正在重新运行…</translation>
    </message>
    <message>
        <source>{shown} of {count} tiles</source>
        <translation>{count}块中的{shown}块</translation>
    </message>
    <message>
        <source>{count} tiles</source>
        <translation>{count}块</translation>
    </message>
    <message>
        <source>each square is the mean of {block} numbers</source>
        <translation>每格是{block}个数的均值</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>“{text}” is no number: write one, such as 0.5.</source>
        <translation>“{text}”不是数：请写一个数，例如0.5。</translation>
    </message>
    <message>
        <source>output {n}</source>
        <translation>输出{n}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{name}[*] — LazyGUI</source>
        <translation>{name}[*] — LazyGUI</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>有未保存的更改</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>1 node</source>
        <translation>1 个节点</translation>
    </message>
    <message>
        <source>{count} nodes</source>
        <translation>{count} 个节点</translation>
    </message>
    <message>
        <source>parameters unknown until a sample has run</source>
        <translation>运行样本后才能知道参数数量</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Gradients have come back: see the inspector and the depth view.</source>
        <translation>梯度已传回：请看检查器和深度视图。</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} 个参数</translation>
    </message>
    <message>
        <source>&amp;Undo {edit}</source>
        <translation>撤销“{edit}”(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo {edit}</source>
        <translation>重做“{edit}”(&amp;R)</translation>
    </message>
    <message>
        <source>The run was cancelled. Nothing that it has shown is kept.</source>
        <translation>运行已取消，已显示的结果都不保留。</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Overview of the drawing</source>
        <translation>整张图的缩略图</translation>
    </message>
    <message>
        <source>Press or drag here to see another part of the drawing.</source>
        <translation>在此点按或拖动，可查看图的其他部分。</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Note</source>
        <translation>便签</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写便签</translation>
    </message>
</context>
<context>
    <name>NumberGrid</name>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>dtype</source>
        <translation>数据类型</translation>
    </message>
    <message>
        <source>count</source>
        <translation>元素数</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>std</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>min</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>零值</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>infinite</source>
        <translation>无穷</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>{count} bytes</source>
        <translation>{count} 字节</translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>Initializer</source>
        <translation>初始化函数</translation>
    </message>
    <message>
        <source>━ as drawn</source>
        <translation>━ 初始抽取的值</translation>
    </message>
    <message>
        <source>┅ as promised</source>
        <translation>┅ 理论分布</translation>
    </message>
    <message>
        <source>fan_in = {into}, fan_out = {out}</source>
        <translation>fan_in = {into}，fan_out = {out}</translation>
    </message>
</context>
<context>
    <name>OutputSection</name>
    <message>
        <source>{n} multiply-adds</source>
        <translation>{n} 次乘加运算</translation>
    </message>
    <message>
        <source>Found: {argument} = {value}</source>
        <translation>自动得出：{argument} = {value}</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>N is the batch: not part of any weight.</source>
        <translation>N 是批量：不属于任何权重。</translation>
    </message>
    <message>
        <source>Computed in {time}.</source>
        <translation>计算用时 {time}。</translation>
    </message>
    <message>
        <source>The sample came through here, and failed further on.</source>
        <translation>样本经过了这里，在后面失败。</translation>
    </message>
    <message>
        <source>Waits for {node}.</source>
        <translation>等待 {node}。</translation>
    </message>
    <message>
        <source>Nothing can come out: what arrives does not fit.</source>
        <translation>无法得到输出：收到的张量不匹配。</translation>
    </message>
    <message>
        <source>Nothing came out: the layer failed.</source>
        <translation>没有输出：该层失败。</translation>
    </message>
    <message>
        <source>The sample is in this layer now.</source>
        <translation>样本正在该层中。</translation>
    </message>
    <message>
        <source>Assumed: only a run can tell what this code returns.</source>
        <translation>假定的形状：只有运行才能知道这段代码返回什么。</translation>
    </message>
    <message>
        <source>Inferred: no sample has been here.</source>
        <translation>推断得出：样本尚未经过这里。</translation>
    </message>
    <message>
        <source>Only a run can tell this shape.</source>
        <translation>只有运行才能得知这个形状。</translation>
    </message>
    <message>
        <source>Not known yet: run a sample.</source>
        <translation>尚未知：请运行样本。</translation>
    </message>
    <message>
        <source>In plain code PyTorch would leave this layer initialized ({parameters}) in a network that is not: a failed pass cannot be taken back. Each run here is on fresh modules, so nothing of it is kept.</source>
        <translation>在普通代码中，PyTorch会让这一层处于已初始化状态（{parameters}），而整个网络并未初始化：失败的传播无法撤回。这里每次运行都用全新的模块，因此不保留任何结果。</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search layers</source>
        <translation>搜索层</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>No layer is called “{query}”. Try another word.</source>
        <translation>没有名为“{query}”的层。请换一个词试试。</translation>
    </message>
    <message>
        <source>Name of the block</source>
        <translation>块的名称</translation>
    </message>
    <message>
        <source>It stands under this name among the layers.</source>
        <translation>它以此名称列在各层之中。</translation>
    </message>
    <message>
        <source>Save as block</source>
        <translation>另存为块</translation>
    </message>
    <message>
        <source>Rename block</source>
        <translation>重命名块</translation>
    </message>
    <message>
        <source>Delete the block “{name}”? Drawings keep the copies that they have of it.</source>
        <translation>删除块“{name}”吗？图中已有的副本会保留。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>My blocks</source>
        <translation>我的块</translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>1 层</translation>
    </message>
    <message>
        <source>{n} layers</source>
        <translation>{n} 层</translation>
    </message>
    <message>
        <source>{heading}, closed</source>
        <translation>{heading}，已收起</translation>
    </message>
</context>
<context>
    <name>ParametersSection</name>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>This layer learns nothing: it has no parameters.</source>
        <translation>该层不学习：它没有参数。</translation>
    </message>
    <message>
        <source>Inferred, not initialized: run a sample to see its values.</source>
        <translation>推断得出，尚未初始化：运行样本以查看其值。</translation>
    </message>
    <message>
        <source>Uninitialized: run a sample to see its values.</source>
        <translation>未初始化：运行样本即可看到它的值。</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>count</source>
        <translation>频数</translation>
    </message>
    <message>
        <source>Histogram of {name}</source>
        <translation>{name} 的直方图</translation>
    </message>
    <message>
        <source>In the run before it was {shape}.</source>
        <translation>上一次运行时为{shape}。</translation>
    </message>
    <message>
        <source>The histogram shows {seen} of {count} values.</source>
        <translation>直方图显示{count}个值中的{seen}个。</translation>
    </message>
    <message>
        <source>{count} values lie outside of its range.</source>
        <translation>有{count}个值在其范围之外。</translation>
    </message>
    <message>
        <source>{dead} of {units} units are zero for the whole sample.</source>
        <translation>{units}个单元中有{dead}个对整个样本为零。</translation>
    </message>
    <message>
        <source>Gradients: no backward yet.</source>
        <translation>梯度：尚未反向传播。</translation>
    </message>
    <message>
        <source>No gradient has come here: what comes out are whole numbers or truth values.</source>
        <translation>没有梯度传到这里：输出是整数或布尔值。</translation>
    </message>
    <message>
        <source>No gradient has come here: neither this node nor one before it learns.</source>
        <translation>没有梯度传到这里：这个节点和它之前的节点都没有可学习的参数。</translation>
    </message>
    <message>
        <source>No gradient has come here: the loss is not made of what comes out.</source>
        <translation>没有梯度传到这里：损失与这里的输出无关。</translation>
    </message>
    <message>
        <source>This tensor has no elements.</source>
        <translation>该张量没有元素。</translation>
    </message>
    <message>
        <source>No value is finite.</source>
        <translation>没有有限的值。</translation>
    </message>
    <message>
        <source>Every value is the same: constant {value}.</source>
        <translation>所有值都相同：常量 {value}。</translation>
    </message>
    <message>
        <source>Not every value is finite: {nans} NaN and {infinities} infinite of {count}.</source>
        <translation>并非所有值都有限：{count} 个值中有 {nans} 个 NaN、{infinities} 个无穷。</translation>
    </message>
</context>
<context>
    <name>PartField</name>
    <message>
        <source>No rule</source>
        <translation>无规则</translation>
    </message>
    <message>
        <source>As PyTorch drew them</source>
        <translation>保持PyTorch抽取的值</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>Line {lines} was left out.</source>
        <translation>略去了第 {lines} 行。</translation>
    </message>
    <message>
        <source>{count} lines were left out: {lines}.</source>
        <translation>略去了 {count} 行：{lines}。</translation>
    </message>
    <message>
        <source>The code became 1 node.</source>
        <translation>代码已变成 1 个节点。</translation>
    </message>
    <message>
        <source>The code became {count} nodes.</source>
        <translation>代码已变成 {count} 个节点。</translation>
    </message>
    <message>
        <source>{said} {left}</source>
        <translation>{said}{left}</translation>
    </message>
</context>
<context>
    <name>PlotOptions</name>
    <message>
        <source>Log counts</source>
        <translation>对数频数</translation>
    </message>
    <message>
        <source>Same axis in all nodes</source>
        <translation>各节点同一坐标轴</translation>
    </message>
    <message>
        <source>Show every node on the axis that has room for the widest of them</source>
        <translation>所有节点都用能容纳其中最宽者的坐标轴</translation>
    </message>
</context>
<context>
    <name>Popup</name>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Enter chooses, arrows step, Esc closes.</source>
        <translation>按 Enter 选择，方向键移动，Esc 关闭。</translation>
    </message>
    <message>
        <source>Type a layer, such as relu or conv</source>
        <translation>输入层的名称，例如 relu 或 conv</translation>
    </message>
    <message>
        <source>No layer is called “{query}”. Try another word.</source>
        <translation>没有名为“{query}”的层。请换一个词。</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>“{node}” has no output {port}: start the edge at another one.</source>
        <translation>“{node}”没有输出 {port}：请从其他输出开始连接。</translation>
    </message>
    <message>
        <source>“{node}” has no input {port}: end the edge at another one.</source>
        <translation>“{node}”没有输入 {port}：请连接到其他输入。</translation>
    </message>
    <message>
        <source>“{node}” cannot feed itself: connect it to another node.</source>
        <translation>“{node}”不能连接到自身：请连接到其他节点。</translation>
    </message>
    <message>
        <source>This input of “{node}” is already fed by “{by}”: delete that edge first.</source>
        <translation>“{node}”的这个输入已由“{by}”提供：请先删除那条边。</translation>
    </message>
    <message>
        <source>This edge closes a cycle through “{node}”: a tensor cannot come back to a layer that it has passed.</source>
        <translation>这条边会形成经过“{node}”的环：张量不能回到已经经过的层。</translation>
    </message>
    <message>
        <source>There is no node called “{node}”.</source>
        <translation>没有名为“{node}”的节点。</translation>
    </message>
    <message>
        <source>“{node}” cannot be an attribute of a module: use letters, digits and _, begin with a letter, and separate groups with dots, as in b2.conv1.</source>
        <translation>“{node}”不能作为模块的属性名：请使用字母、数字和 _，以字母开头，用点分隔各组，例如 b2.conv1。</translation>
    </message>
    <message>
        <source>“{node}” holds a word that Python keeps for itself: choose another.</source>
        <translation>“{node}”含有 Python 的保留字：请换一个名称。</translation>
    </message>
    <message>
        <source>“{node}” holds a name that every PyTorch module uses for itself: choose another.</source>
        <translation>“{node}”含有 PyTorch 模块自身使用的名称：请换一个名称。</translation>
    </message>
    <message>
        <source>Another node is already called “{node}”: choose another name.</source>
        <translation>已有名为“{node}”的节点：请换一个名称。</translation>
    </message>
    <message>
        <source>“{node}” and “{other}” exclude each other: one name cannot be a layer and a group. Rename one of them.</source>
        <translation>“{node}”与“{other}”相互冲突：一个名称不能既是层又是组。请重命名其中一个。</translation>
    </message>
    <message>
        <source>“{node}” takes no argument “{argument}”: remove it.</source>
        <translation>“{node}”没有实参“{argument}”：请将其删除。</translation>
    </message>
    <message>
        <source>“{argument}” needs a value.</source>
        <translation>“{argument}”必须有值。</translation>
    </message>
    <message>
        <source>“{argument}” is either true or false, not {value}.</source>
        <translation>“{argument}”只能为真或假，不能是 {value}。</translation>
    </message>
    <message>
        <source>“{argument}” must be one of {choices}, not {value}.</source>
        <translation>“{argument}”必须是 {choices} 之一，不能是 {value}。</translation>
    </message>
    <message>
        <source>“{argument}” must be made of whole numbers; {value} is not.</source>
        <translation>“{argument}”必须由整数构成，而 {value} 不是。</translation>
    </message>
    <message>
        <source>“{argument}” must be a number, not {value}.</source>
        <translation>“{argument}”必须是数字，不能是 {value}。</translation>
    </message>
    <message>
        <source>“{argument}” must be a finite number, not {value}.</source>
        <translation>“{argument}”必须是有限的数，不能是 {value}。</translation>
    </message>
    <message>
        <source>“{argument}” must be greater than {minimum}, not {value}.</source>
        <translation>“{argument}”必须大于 {minimum}，不能是 {value}。</translation>
    </message>
    <message>
        <source>“{argument}” must be at least {minimum}, not {value}.</source>
        <translation>“{argument}”至少为 {minimum}，不能是 {value}。</translation>
    </message>
    <message>
        <source>“{argument}” must be at most {maximum}, not {value}.</source>
        <translation>“{argument}”至多为 {maximum}，不能是 {value}。</translation>
    </message>
    <message>
        <source>“{argument}” must be one whole number, or {axes} of them separated by commas, not {value}.</source>
        <translation>“{argument}”必须是一个整数，或用逗号分隔的 {axes} 个整数，不能是 {value}。</translation>
    </message>
    <message>
        <source>“{argument}” takes one number, or {axes} of them (one for each axis), not {got}.</source>
        <translation>“{argument}”需要一个数，或 {axes} 个数（每个轴一个），而不是 {got} 个。</translation>
    </message>
    <message>
        <source>“{argument}” must be rows of numbers that all have the same length, as in [[1, 2], [3, 4]].</source>
        <translation>“{argument}”必须是长度相同的若干行数字，例如 [[1, 2], [3, 4]]。</translation>
    </message>
    <message>
        <source>“{argument}” must be text, not {value}.</source>
        <translation>“{argument}”必须是文本，而不是 {value}。</translation>
    </message>
    <message>
        <source>The source of “{node}” must be one plain Python function, without * and ** before its parameters: mend it.</source>
        <translation>“{node}”的源代码必须是一个普通的 Python 函数，参数前不带 * 和 **：请修改。</translation>
    </message>
    <message>
        <source>The function {function} of “{node}” takes no tensor beside its numbers ({numbers}): give it a parameter more, or fewer numbers.</source>
        <translation>“{node}”的函数 {function} 除 {numbers} 个数字外没有接收张量的参数：请增加一个参数，或减少数字。</translation>
    </message>
    <message>
        <source>“{node}” and “{other}” are one module already: choose another node.</source>
        <translation>“{node}”与“{other}”已经是同一个模块：请选择其他节点。</translation>
    </message>
    <message>
        <source>{type} of “{node}” has no module that could be shared: choose a layer of torch.nn or a parameter.</source>
        <translation>“{node}”的 {type} 没有可共享的模块：请选择 torch.nn 的层或一个参数。</translation>
    </message>
    <message>
        <source>“{node}” is {type} and “{other}” is {other_type}: only layers of one class can share their parameters.</source>
        <translation>“{node}”是 {type}，而“{other}”是 {other_type}：只有同一类的层才能共享参数。</translation>
    </message>
    <message>
        <source>“{node}” uses the parameters of “{other}”, and no node is called so: end the sharing, or add that node.</source>
        <translation>“{node}”使用“{other}”的参数，但没有这个名称的节点：请结束共享，或添加该节点。</translation>
    </message>
    <message>
        <source>“{node}” and “{other}” share their parameters in a circle, so that none of them owns any: end one sharing.</source>
        <translation>“{node}”与“{other}”循环共享参数，没有一个真正拥有参数：请结束其中一个共享。</translation>
    </message>
    <message>
        <source>“{node}” uses all parameters of “{other}”, so its {parameter} cannot be tied to another besides: end one of the two.</source>
        <translation>“{node}”使用“{other}”的全部参数，因此它的 {parameter} 不能再与别的参数绑定：请结束二者之一。</translation>
    </message>
    <message>
        <source>“{node}” uses the module of “{other}”, but their {argument} differ, {value} and {their}: make them equal, or end the sharing.</source>
        <translation>“{node}”使用“{other}”的模块，但二者的 {argument} 不同，分别是 {value} 和 {their}：请改为一致，或结束共享。</translation>
    </message>
    <message>
        <source>“{node}” shares its parameters with no other node.</source>
        <translation>“{node}”没有与其他节点共享参数。</translation>
    </message>
    <message>
        <source>The {parameter} of “{node}” and “{other}” are one tensor already: choose another parameter.</source>
        <translation>“{node}”的 {parameter} 与“{other}”已经是同一个张量：请选择其他参数。</translation>
    </message>
    <message>
        <source>“{node}” has no parameter called “{parameter}”: choose one that it has.</source>
        <translation>“{node}”没有名为“{parameter}”的参数：请选择它已有的参数。</translation>
    </message>
    <message>
        <source>The {parameter} of “{node}” is tied to “{other}”, and there is no such node: end the tie, or add that node.</source>
        <translation>“{node}”的 {parameter} 与“{other}”绑定，但没有这个节点：请结束绑定，或添加该节点。</translation>
    </message>
    <message>
        <source>“{place}” is {shape} and “{other}” is {other_shape}: one tensor cannot have both shapes. Set the sizes of one to those of the other.</source>
        <translation>“{place}”的形状是 {shape}，而“{other}”的形状是 {other_shape}：一个张量不能有两种形状。请把其中一个的尺寸改得与另一个相同。</translation>
    </message>
    <message>
        <source>The {parameter} of “{node}” is tied to nothing.</source>
        <translation>“{node}”的 {parameter} 没有绑定。</translation>
    </message>
    <message>
        <source>PyTorch has no initializer {initializer}: choose a function of torch.nn.init, such as xavier_uniform_.</source>
        <translation>PyTorch没有初始化函数{initializer}：请选择torch.nn.init中的函数，例如xavier_uniform_。</translation>
    </message>
    <message>
        <source>{initializer} refused the {parameter} of “{node}”: “{words}”.</source>
        <translation>{initializer}拒绝了“{node}”的{parameter}：“{words}”。</translation>
    </message>
    <message>
        <source>There is no group called “{node}”.</source>
        <translation>没有名为“{node}”的组。</translation>
    </message>
    <message>
        <source>Another group is already called “{node}”: choose another name.</source>
        <translation>已有名为“{node}”的组：请选择其他名称。</translation>
    </message>
    <message>
        <source>A group needs nodes: choose some first.</source>
        <translation>组中需要有节点：请先选择一些节点。</translation>
    </message>
    <message>
        <source>You have a block called “{name}” already: choose another name.</source>
        <translation>您已有名为“{name}”的块：请选择其他名称。</translation>
    </message>
    <message>
        <source>A block needs a name of letters or digits: give it one.</source>
        <translation>块的名称需要有字母、汉字或数字：请为它命名。</translation>
    </message>
    <message>
        <source>You have no block called “{name}” any more.</source>
        <translation>名为“{name}”的块已不存在。</translation>
    </message>
    <message>
        <source>{path} is a drawing, but no block: choose its nodes and save them as one.</source>
        <translation>{path} 是一张网络图，但不是块：请选择其中的节点并保存为块。</translation>
    </message>
    <message>
        <source>“{argument}” of “{node}” cannot be filled in: nothing tells yet what arrives there. Connect it.</source>
        <translation>“{node}”的“{argument}”无法自动填入：还不知道它会收到什么。请连接它。</translation>
    </message>
    <message>
        <source>The source of “{node}” has not been allowed to run in this document: read it, and allow it if you trust it.</source>
        <translation>此文档尚未允许运行“{node}”的源代码：请阅读它，若信任则允许运行。</translation>
    </message>
    <message>
        <source>The network is empty: add an Input and a layer.</source>
        <translation>网络是空的：请添加一个 Input 和一个层。</translation>
    </message>
    <message>
        <source>The network has no Input: add one, for a sample starts there.</source>
        <translation>网络没有 Input：请添加一个，样本从那里开始。</translation>
    </message>
    <message>
        <source>LazyGUI does not know the layer {type} of “{node}”: it is kept, but cannot run. Replace it to run.</source>
        <translation>LazyGUI 不认识“{node}”的层 {type}：它会原样保留，但无法运行。要运行请将其替换。</translation>
    </message>
    <message>
        <source>“{node}” has a member “{member}” that this version does not understand: remove it to run.</source>
        <translation>此版本不认识“{node}”的成员“{member}”：要运行请将其删除。</translation>
    </message>
    <message>
        <source>“{node}” needs an edge to {inputs}: connect an output to it.</source>
        <translation>“{node}”的{inputs}需要一条边：请将一个输出连接到它。</translation>
    </message>
    <message>
        <source>“{node}” cannot be filled by {fill} as {dtype}: choose randint, or a floating data type.</source>
        <translation>“{node}”的数据类型为 {dtype}，不能用 {fill} 填充：请选择 randint，或选择浮点数据类型。</translation>
    </message>
    <message>
        <source>The upper bound {high} of “{node}” is too large for {dtype}: lower it, or choose a wider data type.</source>
        <translation>“{node}”的上界 {high} 超出 {dtype} 的范围：请减小它，或选择更宽的数据类型。</translation>
    </message>
    <message>
        <source>The values of “{node}” have the shape {got}, but its shape says {expected}: make them agree.</source>
        <translation>“{node}”的值的形状为 {got}，但其形状设为 {expected}：请使二者一致。</translation>
    </message>
    <message>
        <source>“{node}” would need {bytes} of memory, and {available} are free: make it or its input smaller.</source>
        <translation>“{node}”需要 {bytes} 内存，而可用的只有 {available}：请减小它或其输入。</translation>
    </message>
    <message>
        <source>There is not enough memory for “{node}”: make it or its input smaller.</source>
        <translation>内存不足以容纳“{node}”：请减小它或其输入。</translation>
    </message>
    <message>
        <source>PyTorch cannot build {layer} of “{node}” with these arguments: change them.</source>
        <translation>PyTorch 无法用这些实参构造“{node}”的 {layer}：请更改它们。</translation>
    </message>
    <message>
        <source>{layer} of “{node}” cannot take what it received: change its arguments or what feeds it.</source>
        <translation>“{node}”的 {layer} 无法处理收到的输入：请更改它的实参或上游的节点。</translation>
    </message>
    <message>
        <source>{layer} “{node}” computes with floating point numbers, but receives {dtype} from “{source}”: change the data type.</source>
        <translation>{layer}“{node}”用浮点数计算，但从“{source}”收到了 {dtype}：请更改数据类型。</translation>
    </message>
    <message>
        <source>The weights of {layer} “{node}” are {expected}, but it receives {dtype} from “{source}”: turn that into {expected}.</source>
        <translation>{layer}“{node}”的权重是 {expected}，但从“{source}”收到了 {dtype}：请把它转换为 {expected}。</translation>
    </message>
    <message>
        <source>“{node}” multiplies tensors of one data type, but receives {first} and, from “{source}”, {dtype}: make them the same.</source>
        <translation>“{node}”只能把数据类型相同的张量相乘，但收到了 {first}，又从“{source}”收到了 {dtype}：请使两者一致。</translation>
    </message>
    <message>
        <source>{layer} “{node}” takes whole numbers at “{input}”, but receives {dtype} from “{source}”: make them int64.</source>
        <translation>{layer}“{node}”的“{input}”需要整数，但从“{source}”收到了 {dtype}：请改为 int64。</translation>
    </message>
    <message>
        <source>{layer} “{node}” takes a mask of true and false at “{input}”, but receives {dtype} from “{source}”: make it bool.</source>
        <translation>{layer}“{node}”的“{input}”需要由真和假组成的掩码，但从“{source}”收到了 {dtype}：请改为 bool。</translation>
    </message>
    <message>
        <source>{layer} “{node}” expects {expected} ({argument}) at axis {axis} of “{input}”, but receives {got} from “{source}”: make the two agree.</source>
        <translation>{layer}“{node}”的“{input}”在第 {axis} 轴上需要 {expected}（{argument}），但从“{source}”收到了 {got}：请使两者一致。</translation>
    </message>
    <message>
        <source>The number of axes at “{input}” of {layer} “{node}” must be {ranks}, but it is {got} in {shape} from “{source}”: add an axis or take one away.</source>
        <translation>{layer}“{node}”的“{input}”须有 {ranks} 个轴，但来自“{source}”的 {shape} 有 {got} 个：请增加或去掉轴。</translation>
    </message>
    <message>
        <source>“{node}” cannot combine {first} from “{other}” with {second} from “{source}”: the lengths {a} and {b} of {axis} differ, and none is 1.</source>
        <translation>“{node}”不能把来自“{other}”的 {first} 与来自“{source}”的 {second} 结合：{axis}的长度 {a} 与 {b} 不同，且都不是 1。</translation>
    </message>
    <message>
        <source>“{node}” cannot stretch {axis} of {shape} from {got} to {expected}: only an axis of length 1 can be stretched.</source>
        <translation>“{node}”不能把 {shape} 的{axis}从 {got} 扩展到 {expected}：只有长度为 1 的轴才能扩展。</translation>
    </message>
    <message>
        <source>{layer} “{node}” cannot compute with {dtype}, which comes from “{source}”: change the data type.</source>
        <translation>{layer}“{node}”不能用来自“{source}”的 {dtype} 计算：请更改数据类型。</translation>
    </message>
    <message>
        <source>Only what has one free input and one free output goes into an edge; this has {inputs} and {outputs}.</source>
        <translation>只有恰好一个空闲输入和一个空闲输出的内容才能插入边；这里分别有 {inputs} 个和 {outputs} 个。</translation>
    </message>
    <message>
        <source>{kind} is no class of PyTorch that has weights: name one, such as nn.Linear.</source>
        <translation>{kind}不是PyTorch中有权重的类：请给出一个，例如nn.Linear。</translation>
    </message>
    <message>
        <source>{initializer} takes no argument “{argument}”: remove it.</source>
        <translation>{initializer}没有参数“{argument}”：请删除它。</translation>
    </message>
    <message>
        <source>The lower bound must be less than the upper one; {low} and {high} are not.</source>
        <translation>下界必须小于上界；{low}和{high}不满足。</translation>
    </message>
    <message>
        <source>A number of the {parameter} of “{node}” must be finite.</source>
        <translation>“{node}”的{parameter}中的数必须是有限的。</translation>
    </message>
    <message>
        <source>The {parameter} of “{node}” is {shape} and has no element [{index}]: choose one that it has.</source>
        <translation>“{node}”的{parameter}形状为{shape}，没有元素[{index}]：请选择它有的元素。</translation>
    </message>
    <message>
        <source>“{node}” is still lazy: before a sample has passed there is no {parameter} to initialize.</source>
        <translation>“{node}”仍未初始化：样本通过之前，没有{parameter}可以初始化。</translation>
    </message>
    <message>
        <source>“{node}” is named by no rule.</source>
        <translation>没有规则适用于“{node}”。</translation>
    </message>
    <message>
        <source>“{node}” is to stay as it was drawn.</source>
        <translation>“{node}”要保持原样。</translation>
    </message>
    <message>
        <source>The {parameter} of “{node}” has one axis, which a rule for all layers leaves as it is: name its kind, or the node.</source>
        <translation>“{node}”的{parameter}只有一个轴，针对所有层的规则不改动它：请指定其类型或该节点。</translation>
    </message>
    <message>
        <source>{initializer} cannot initialize the {parameter} of “{node}”, whose shape is {shape}.</source>
        <translation>{initializer}不能初始化“{node}”的{parameter}，其形状为{shape}。</translation>
    </message>
    <message>
        <source>This machine has no device {device}: choose one of {choices}.</source>
        <translation>这台机器没有设备{device}：请从{choices}中选择。</translation>
    </message>
    <message>
        <source>A run cannot be in {dtype}: choose one of {choices}.</source>
        <translation>无法以{dtype}运行：请从{choices}中选择。</translation>
    </message>
    <message>
        <source>Nothing that comes out depends on a parameter: add a layer that learns something.</source>
        <translation>输出不依赖任何参数：请添加一个可学习的层。</translation>
    </message>
    <message>
        <source>“{node}” does not give one number: go back from a loss, or from the mean of all outputs.</source>
        <translation>“{node}”给出的不是一个数：请从损失或所有输出的均值反向传播。</translation>
    </message>
    <message>
        <source>What “{node}” gives depends on no parameter, so that nothing can go back from it.</source>
        <translation>“{node}”的输出不依赖任何参数，因此无法从它反向传播。</translation>
    </message>
    <message>
        <source>PyTorch could not go back: “{words}”.</source>
        <translation>PyTorch无法反向传播：“{words}”。</translation>
    </message>
    <message>
        <source>{layer} “{node}” expects {expected} features, but receives {got} from “{source}”: make {argument} and what arrives agree.</source>
        <translation>{layer}“{node}”需要 {expected} 个特征，但从“{source}”收到了 {got} 个：请使 {argument} 与收到的一致。</translation>
    </message>
    <message>
        <source>{layer} “{node}” expects {expected} channels, but receives {got} from “{source}”: make {argument} and what arrives agree.</source>
        <translation>{layer}“{node}”需要 {expected} 个通道，但从“{source}”收到了 {got} 个：请使 {argument} 与收到的一致。</translation>
    </message>
    <message>
        <source>“{node}” uses the weights of “{owner}” again, which are made for {expected}, but receives {got} from “{source}”: shared weights have one width.</source>
        <translation>“{node}”再次使用“{owner}”的权重，这些权重适合的长度是 {expected}，但从“{source}”收到了 {got}：共享的权重只有一种宽度。</translation>
    </message>
    <message>
        <source>{layer} “{node}” needs {number} to be divisible by {by} ({divisor}): change one of the two numbers.</source>
        <translation>{layer}“{node}”要求 {number} 能被 {by} 整除（{divisor}）：请更改其中一个数。</translation>
    </message>
    <message>
        <source>{layer} “{node}” receives {first} from “{other}” and {second} from “{source}”, where {a} and {b} should be one length: make them the same.</source>
        <translation>{layer}“{node}”从“{other}”收到 {first}，从“{source}”收到 {second}，其中 {a} 与 {b} 应当是同一个长度：请使两者相同。</translation>
    </message>
    <message>
        <source>{layer} “{node}” receives {first} from “{other}” and {second} from “{source}”: they need the same number of axes.</source>
        <translation>{layer}“{node}”从“{other}”收到 {first}，从“{source}”收到 {second}：两者的轴数必须相同。</translation>
    </message>
    <message>
        <source>{layer} “{node}” compares {first} from “{other}” with {second} from “{source}”: make them one shape.</source>
        <translation>{layer}“{node}”把来自“{other}”的 {first} 与来自“{source}”的 {second} 逐个比较：请使两者的形状相同。</translation>
    </message>
    <message>
        <source>“{node}” needs either {argument} or {instead}: set one of them, and only one.</source>
        <translation>“{node}”需要 {argument} 或 {instead}：请只设置其中一个。</translation>
    </message>
    <message>
        <source>The equation of “{node}” speaks of {terms} inputs, but {got} arrive: write a term for each of them.</source>
        <translation>“{node}”的等式写了 {terms} 个输入，但实际有 {got} 个：请为每个输入写一项。</translation>
    </message>
    <message>
        <source>The equation of “{node}” has {letters} letters in {term}, but {got} axes arrive from “{source}” ({shape}): write a letter for each axis.</source>
        <translation>“{node}”的等式在 {term} 中有 {letters} 个字母，但从“{source}”收到了 {got} 个轴（{shape}）：请为每个轴写一个字母。</translation>
    </message>
    <message>
        <source>“{node}” looks for axis {axis} ({argument}), but {shape} from “{source}” has the axes 0 to {last}: choose one of them.</source>
        <translation>“{node}”要找第 {axis} 轴（{argument}），但来自“{source}”的 {shape} 只有第 0 到第 {last} 轴：请从中选择。</translation>
    </message>
    <message>
        <source>“{node}” must name each of the {got} axes of {shape} once, but {argument} names {dims}: complete it.</source>
        <translation>“{node}”必须把 {shape} 的 {got} 个轴各写一次，但 {argument} 写的是 {dims}：请补全。</translation>
    </message>
    <message>
        <source>“{node}” cannot make {sizes} ({argument}) of {got} elements: choose lengths whose product is {got}.</source>
        <translation>“{node}”不能把 {got} 个元素变成 {sizes}（{argument}）：请使各长度的乘积等于 {got}。</translation>
    </message>
    <message>
        <source>The parts {sizes} of “{node}” are {expected} long together, but the axis that arrives from “{source}” has {got}: make them agree.</source>
        <translation>“{node}”的各部分 {sizes} 共长 {expected}，但来自“{source}”的轴长为 {got}：请使两者一致。</translation>
    </message>
    <message>
        <source>“{node}” reaches element {number} ({argument}) of an axis that has only {got}: stay inside it.</source>
        <translation>“{node}”取到了第 {number} 个元素（{argument}），但该轴只有 {got} 个：请不要超出。</translation>
    </message>
    <message>
        <source>The window of {layer} “{node}” spans {kernel}, but axis {axis} has only {size} with its padding ({got} from “{source}”): make it smaller, or pad more.</source>
        <translation>{layer}“{node}”的窗口跨 {kernel} 个元素，但第 {axis} 轴连同填充只有 {size} 个（来自“{source}”的有 {got} 个）：请缩小窗口或增加填充。</translation>
    </message>
    <message>
        <source>The padding {padding} of {layer} “{node}” is more than half of its window {kernel}: make it smaller.</source>
        <translation>{layer}“{node}”的填充 {padding} 超过了窗口 {kernel} 的一半：请减小填充。</translation>
    </message>
    <message>
        <source>{layer} “{node}” pads by {padding} with what is there, but axis {axis} has only {got}: pad less, or with zeros.</source>
        <translation>{layer}“{node}”用输入自身填充 {padding} 个元素，但第 {axis} 轴只有 {got} 个：请减小填充，或用零填充。</translation>
    </message>
    <message>
        <source>{factor} times the {got} at axis {axis} of “{node}” leaves nothing: make the factor larger.</source>
        <translation>“{node}”第 {axis} 轴的 {got} 乘以 {factor} 后什么也不剩：请增大倍数。</translation>
    </message>
    <message>
        <source>{layer} “{node}” cuts {padding} off both ends of axis {axis}, which leaves nothing of it: pad less.</source>
        <translation>{layer}“{node}”在第 {axis} 轴两端各去掉 {padding} 个元素，结果什么也不剩：请减小填充。</translation>
    </message>
    <message>
        <source>{layer} “{node}” cannot keep the size (padding = same) while its stride is {stride}: set the stride to 1, or the padding to a number.</source>
        <translation>{layer}“{node}”的步幅为 {stride} 时不能保持大小（padding = same）：请把步幅设为 1，或把填充设为数字。</translation>
    </message>
    <message>
        <source>The output padding {padding} of {layer} “{node}” must be less than its stride {stride} or its dilation {dilation}: make it smaller.</source>
        <translation>{layer}“{node}”的输出填充 {padding} 必须小于步幅 {stride} 或膨胀 {dilation}：请减小它。</translation>
    </message>
    <message>
        <source>{layer} “{node}” has one value for each channel in {shape}, which has no variance in training: use a larger batch, or eval mode.</source>
        <translation>{layer}“{node}”在 {shape} 中每个通道只有一个值，训练时没有方差可言：请增大批量，或使用评估模式。</translation>
    </message>
    <message>
        <source>{layer} “{node}” takes indices from 0 to {largest}, but a larger or negative one came from “{source}”: make them fit.</source>
        <translation>{layer}“{node}”接受 0 到 {largest} 的索引，但从“{source}”收到了更大的或负的索引：请使它们在范围之内。</translation>
    </message>
    <message>
        <source>The function of “{node}” raised {error}: look at its source.</source>
        <translation>“{node}”的函数引发了 {error}：请检查它的源代码。</translation>
    </message>
    <message>
        <source>{layer} “{node}” acts on the last axis alone ({got} of {shape}): insert Flatten before it if every example is meant to become one vector.</source>
        <translation>{layer}“{node}”只作用于最后一个轴（{shape} 中的 {got}）：如果每个样本应当成为一个向量，请在它前面插入 Flatten。</translation>
    </message>
    <message>
        <source>“{node}” stretches {first} from “{other}” and {second} from “{source}” to {shape}: make sure it should.</source>
        <translation>“{node}”把来自“{other}”的 {first} 与来自“{source}”的 {second} 广播为 {shape}：请确认这是您想要的。</translation>
    </message>
    <message>
        <source>{layer} “{node}” takes axis 1 of {shape} for channels, but the features are on the last axis: exchange the two.</source>
        <translation>{layer}“{node}”把 {shape} 的第 1 轴当作通道，但特征在最后一个轴上：请交换这两个轴。</translation>
    </message>
    <message>
        <source>{layer} “{node}” takes {shape} for one example without a batch: add an axis in front if it is none.</source>
        <translation>{layer}“{node}”把 {shape} 当作没有批量的单个样本：如果不是，请在最前面增加一个轴。</translation>
    </message>
    <message>
        <source>{layer} “{node}” takes axis 1 of {shape} for {got} channels, but the channels seem to come last: move that axis.</source>
        <translation>{layer}“{node}”把 {shape} 的第 1 轴当作 {got} 个通道，但通道似乎在最后：请移动该轴。</translation>
    </message>
    <message>
        <source>{layer} “{node}” fixes {argument} = {got}, while the layers around it find their sizes by themselves: make it lazy, too.</source>
        <translation>{layer}“{node}”固定了 {argument} = {got}，而周围的层会自己找到大小：请把它也改为延后初始化。</translation>
    </message>
    <message>
        <source>Nothing reads “{node}”: connect it, or remove it.</source>
        <translation>没有节点读取“{node}”：请连接它，或删除它。</translation>
    </message>
    <message>
        <source>{layer} “{node}” has one value for each channel in {shape}: this runs in eval mode, but not in training.</source>
        <translation>{layer}“{node}”在 {shape} 中每个通道只有一个值：评估模式下可以运行，训练时不行。</translation>
    </message>
    <message>
        <source>The engine failed in a way that nobody foresaw: run again.</source>
        <translation>引擎发生了未预料到的错误：请重新运行。</translation>
    </message>
    <message>
        <source>The engine ended in the middle of “{node}”: make the layer smaller, or run again.</source>
        <translation>引擎在运行“{node}”时终止：请减小该层，或重新运行。</translation>
    </message>
    <message>
        <source>There is nothing to draw: add some nodes first.</source>
        <translation>没有可以绘制的内容：请先添加一些节点。</translation>
    </message>
    <message>
        <source>{path} ends in none of .svg, .pdf and .png, one of which says what the figure shall be: add it.</source>
        <translation>{path} 的后缀不是 .svg、.pdf 或 .png，无法确定图片的格式：请加上其中一个后缀。</translation>
    </message>
    <message>
        <source>A PNG of {width} × {height} pixels is too large: choose a scale of {scale} at most, or SVG or PDF, which have no pixels.</source>
        <translation>{width} × {height} 像素的 PNG 太大：请选择不超过 {scale} 的缩放，或选择没有像素的 SVG 或 PDF。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>无法读取 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Save it elsewhere.</source>
        <translation>无法写入 {path}：{reason}。请保存到其他位置。</translation>
    </message>
    <message>
        <source>{path} holds more than {limit}, so it is no drawing: choose another file.</source>
        <translation>{path} 超过了 {limit}，不是网络图：请选择其他文件。</translation>
    </message>
    <message>
        <source>The text is not UTF-8: save it in that encoding.</source>
        <translation>文本不是 UTF-8：请用该编码保存。</translation>
    </message>
    <message>
        <source>A string holds half a character (a lone surrogate): remove it.</source>
        <translation>某个字符串含有半个字符（孤立的代理项）：请将其删除。</translation>
    </message>
    <message>
        <source>This is not JSON: at column {column} there should be {expected}.</source>
        <translation>这不是 JSON：第 {column} 列处应为{expected}。</translation>
    </message>
    <message>
        <source>{text} is not a finite number: write one.</source>
        <translation>{text} 不是有限的数：请写一个有限的数。</translation>
    </message>
    <message>
        <source>More than {limit} objects and arrays stand inside one another: flatten them.</source>
        <translation>对象和数组的嵌套超过 {limit} 层：请减少嵌套。</translation>
    </message>
    <message>
        <source>The node “{node}” is already there, at line {first_line}: rename one of the two.</source>
        <translation>节点“{node}”在第 {first_line} 行已经存在：请重命名其中一个。</translation>
    </message>
    <message>
        <source>The member “{key}” is already there, at line {first_line}: remove one of the two.</source>
        <translation>成员“{key}”在第 {first_line} 行已经存在：请删除其中一个。</translation>
    </message>
    <message>
        <source>This is no LazyGUI document: it must be an object that begins with &quot;format&quot;: &quot;{format}&quot;.</source>
        <translation>这不是 LazyGUI 文档：它必须是以 &quot;format&quot;: &quot;{format}&quot; 开头的对象。</translation>
    </message>
    <message>
        <source>The format “{found}” is none of LazyGUI&apos;s: a document of this version says “{format}”.</source>
        <translation>格式“{found}”不是 LazyGUI 的格式：此版本的文档应写“{format}”。</translation>
    </message>
    <message>
        <source>The document has the format {found}, and this version reads {format}: open it with a newer LazyGUI.</source>
        <translation>文档的格式为 {found}，而此版本读取 {format}：请用更新的 LazyGUI 打开。</translation>
    </message>
    <message>
        <source>The member “{member}” is missing: add it.</source>
        <translation>缺少成员“{member}”：请添加。</translation>
    </message>
    <message>
        <source>“{member}” must be {expected}.</source>
        <translation>“{member}”必须是{expected}。</translation>
    </message>
    <message>
        <source>“{node}” has no type: give it one, such as &quot;nn.LazyLinear&quot;.</source>
        <translation>“{node}”没有类型：请为它指定类型，例如 &quot;nn.LazyLinear&quot;。</translation>
    </message>
    <message>
        <source>An edge must be two names in brackets, as in [&quot;x&quot;, &quot;fc1&quot;].</source>
        <translation>一条边必须是方括号中的两个名称，例如 [&quot;x&quot;, &quot;fc1&quot;]。</translation>
    </message>
    <message>
        <source>“{end}” names no port: write a number behind the colon, as in &quot;cat:1&quot;.</source>
        <translation>“{end}”没有指明端口：请在冒号后写数字，例如 &quot;cat:1&quot;。</translation>
    </message>
    <message>
        <source>The edge ends at “{end}”, and no node is called so: add it, or remove the edge.</source>
        <translation>边的一端是“{end}”，但没有这个名称的节点：请添加该节点，或删除这条边。</translation>
    </message>
    <message>
        <source>A tie of “{node}” must name a node and its parameter, as in &quot;embed.weight&quot;.</source>
        <translation>“{node}”的绑定必须写明节点及其参数，例如 &quot;embed.weight&quot;。</translation>
    </message>
    <message>
        <source>That comment is no longer there.</source>
        <translation>该注释已不存在。</translation>
    </message>
    <message>
        <source>A comment has {most} letters at most, and this has {length}: shorten it.</source>
        <translation>注释最多 {most} 个字符，现有 {length} 个：请缩短。</translation>
    </message>
    <message>
        <source>A comment cannot be “{color}”: choose one of {expected}.</source>
        <translation>注释的颜色不能是“{color}”：请从 {expected} 中选择。</translation>
    </message>
    <message>
        <source>The comment “{comment}” must have a kind (note or frame), a rect [x, y, width, height] and a text.</source>
        <translation>注释“{comment}”必须有 kind（note 或 frame）、rect [x, y, 宽, 高] 和 text。</translation>
    </message>
    <message>
        <source>A rule of initialization tells whom it is for and what is done to weights, biases or both, as in {{&quot;for&quot;: &quot;nn.Linear&quot;, &quot;weight&quot;: {{&quot;normal_&quot;: {{&quot;std&quot;: 0.01}}}}}}.</source>
        <translation>初始化规则要说明对象以及对权重、偏置或二者做什么，例如{{&quot;for&quot;: &quot;nn.Linear&quot;, &quot;weight&quot;: {{&quot;normal_&quot;: {{&quot;std&quot;: 0.01}}}}}}。</translation>
    </message>
    <message>
        <source>A weight that is set by hand names a parameter, an index and a number, as in [&quot;fc1.weight&quot;, [0, 3], 42].</source>
        <translation>手动设置的权重要写明参数、下标和数，例如[&quot;fc1.weight&quot;, [0, 3], 42]。</translation>
    </message>
    <message>
        <source>The place of “{node}” must be two numbers, as in [240, 0].</source>
        <translation>“{node}”的位置必须是两个数，例如 [240, 0]。</translation>
    </message>
    <message>
        <source>The edges make a cycle ({nodes}), so that no node could be first: remove one of them.</source>
        <translation>这些边形成了环（{nodes}），没有节点可以最先运行：请删除其中一条。</translation>
    </message>
    <message>
        <source>Python cannot read “{text}”: mend this line.</source>
        <translation>Python 无法解析“{text}”：请改正这一行。</translation>
    </message>
    <message>
        <source>LazyGUI cannot read “{text}”: it reads layers, calls and for loops over known ranges. Write it with these, or leave it out.</source>
        <translation>LazyGUI 读不懂“{text}”：它能读层、调用和范围已知的 for 循环。请改用这些写法，或删去这一句。</translation>
    </message>
    <message>
        <source>“{text}” depends on values that only a run has: LazyGUI reads conditions that are known beforehand. Choose one of the ways.</source>
        <translation>“{text}”取决于运行时才有的值：LazyGUI 只读事先已知的条件。请只保留其中一个分支。</translation>
    </message>
    <message>
        <source>“{text}” computes with the size of a tensor, which only a run tells: write the number, or -1.</source>
        <translation>“{text}”用到了运行时才知道的张量大小：请直接写出数字或 -1。</translation>
    </message>
    <message>
        <source>“{text}” gives no number that a network can hold: write the number itself.</source>
        <translation>“{text}”得不到网络能用的数：请直接写出这个数。</translation>
    </message>
    <message>
        <source>“{name}” is not defined in this text, but “{text}” needs it: copy its definition, too.</source>
        <translation>这段文本没有定义“{name}”，而“{text}”需要它：请把它的定义一并复制。</translation>
    </message>
    <message>
        <source>LazyGUI has no layer or operation {name}, which stands in “{text}”: use one that the palette has.</source>
        <translation>LazyGUI 没有“{text}”中的层或运算 {name}：请换用组件面板中有的。</translation>
    </message>
    <message>
        <source>LazyGUI knows no argument “{argument}” of {name}, which stands in “{text}”: leave it out.</source>
        <translation>LazyGUI 不认识 {name} 的参数“{argument}”（见“{text}”）：请删去它。</translation>
    </message>
    <message>
        <source>{name} needs “{argument}” in “{text}”: pass it.</source>
        <translation>“{text}”中的 {name} 缺少“{argument}”：请给出它。</translation>
    </message>
    <message>
        <source>{name} gets “{argument}” twice in “{text}”: leave one out.</source>
        <translation>“{text}”中两次给了 {name} 的“{argument}”：请删去一个。</translation>
    </message>
    <message>
        <source>{name} takes {count} arguments without a name at most, and “{text}” has more: leave some out.</source>
        <translation>{name} 最多接受 {count} 个不带名称的参数，而“{text}”给得更多：请删去一些。</translation>
    </message>
    <message>
        <source>{name} needs numbers or a text as “{argument}” in “{text}”: write them out.</source>
        <translation>“{text}”中 {name} 的“{argument}”应为数字或文本：请直接写出。</translation>
    </message>
    <message>
        <source>{name} needs a tensor as “{argument}” in “{text}”: pass one.</source>
        <translation>“{text}”中 {name} 的“{argument}”应为张量：请传入一个张量。</translation>
    </message>
    <message>
        <source>{name} holds modules alone, and “{text}” gives it something else: put layers there.</source>
        <translation>{name} 只能包含模块，而“{text}”给了别的内容：请放入层。</translation>
    </message>
    <message>
        <source>“{text}” goes through what is not known beforehand: LazyGUI reads loops over ranges, lists and modules.</source>
        <translation>“{text}”遍历的内容事先未知：LazyGUI 能读对范围、列表和模块的循环。请改用这些。</translation>
    </message>
    <message>
        <source>There is no element {key} in “{text}”: choose one that is there.</source>
        <translation>“{text}”中没有元素 {key}：请选用已有的元素。</translation>
    </message>
    <message>
        <source>“{text}” has {count} names for {got} values: make them agree.</source>
        <translation>“{text}”有 {count} 个名称，却有 {got} 个值：请使两者一致。</translation>
    </message>
    <message>
        <source>{name} has no forward that says what “{text}” computes: copy its forward, too.</source>
        <translation>{name} 没有 forward，无从得知“{text}”计算什么：请把它的 forward 一并复制。</translation>
    </message>
    <message>
        <source>{name} needs {arguments}: add a line that gives them, as in net = {name}(…).</source>
        <translation>{name} 需要 {arguments}：请加上一行给出它们，如 net = {name}(…)。</translation>
    </message>
    <message>
        <source>“{text}” gives the network another sample: one is enough. Leave this line out.</source>
        <translation>“{text}”又给了网络一个样本：一个就够了。请删去这一行。</translation>
    </message>
    <message>
        <source>“{text}” makes {count} turns or parts, and LazyGUI reads {limit} at most: make it shorter.</source>
        <translation>“{text}”有 {count} 次循环或项，而 LazyGUI 最多读 {limit} 个：请缩短它。</translation>
    </message>
    <message>
        <source>This text asks for more than LazyGUI reads at once ({limit}): paste a part of it.</source>
        <translation>这段文本超出了 LazyGUI 一次能读的量（{limit}）：请只粘贴其中一部分。</translation>
    </message>
    <message>
        <source>Too much stands inside one another in “{text}”: write it in several lines.</source>
        <translation>“{text}”嵌套太深：请拆成几行来写。</translation>
    </message>
    <message>
        <source>There is no layer in this text: paste layers such as nn.LazyLinear(10), a class with its forward, or a document of LazyGUI.</source>
        <translation>这段文本中没有层：请粘贴 nn.LazyLinear(10) 之类的层、带 forward 的类，或 LazyGUI 文档。</translation>
    </message>
    <message>
        <source>an object in braces</source>
        <translation>花括号括起的对象</translation>
    </message>
    <message>
        <source>an array in brackets</source>
        <translation>方括号括起的数组</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>一个值</translation>
    </message>
    <message>
        <source>a name in double quotes</source>
        <translation>双引号括起的名称</translation>
    </message>
    <message>
        <source>a well-formed string</source>
        <translation>格式正确的字符串</translation>
    </message>
    <message>
        <source>the end of the text</source>
        <translation>文本的结尾</translation>
    </message>
    <message>
        <source>a colon</source>
        <translation>冒号</translation>
    </message>
    <message>
        <source>a comma or a closing brace</source>
        <translation>逗号或右花括号</translation>
    </message>
    <message>
        <source>a comma or a closing bracket</source>
        <translation>逗号或右方括号</translation>
    </message>
    <message>
        <source>{these} or {last}</source>
        <translation>{these} 或 {last}</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>axis {number}</source>
        <translation>第 {number} 轴</translation>
    </message>
    <message>
        <source>the last axis</source>
        <translation>最后一轴</translation>
    </message>
    <message>
        <source>axis {number} from the end</source>
        <translation>倒数第 {number} 轴</translation>
    </message>
    <message>
        <source>Line {line}: {sentence}</source>
        <translation>第 {line} 行：{sentence}</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>{weight}, {node}: {sentence}</source>
        <translation>{weight}，{node}：{sentence}</translation>
    </message>
    <message>
        <source>{weight}: {sentence}</source>
        <translation>{weight}：{sentence}</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QtDialogs</name>
    <message>
        <source>Open a drawing or PyTorch code</source>
        <translation>打开网络图或 PyTorch 代码</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>保存网络图</translation>
    </message>
    <message>
        <source>Save the code as a script</source>
        <translation>将代码保存为脚本</translation>
    </message>
    <message>
        <source>Export the figure</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>要保存对“{name}”的更改吗？</translation>
    </message>
    <message>
        <source>Otherwise they are lost.</source>
        <translation>否则这些更改将会丢失。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Don&apos;t Save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Restore a drawing</source>
        <translation>恢复网络图</translation>
    </message>
    <message>
        <source>LazyGUI ended while “{name}” was not saved.</source>
        <translation>LazyGUI 上次结束时，“{name}”尚未保存。</translation>
    </message>
    <message>
        <source>There is a copy of {when}. Restore it?</source>
        <translation>有一份 {when} 的副本。要恢复它吗？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>QuickAdd</name>
    <message>
        <source>Add a layer</source>
        <translation>添加一个层</translation>
    </message>
    <message>
        <source>Add behind {node}</source>
        <translation>添加到 {node} 之后</translation>
    </message>
    <message>
        <source>Insert between {source} and {node}</source>
        <translation>插入到 {source} 与 {node} 之间</translation>
    </message>
    <message>
        <source>Add what feeds {node}</source>
        <translation>添加为 {node} 提供输入的层</translation>
    </message>
    <message>
        <source>Swap {node} for</source>
        <translation>将 {node} 替换为</translation>
    </message>
    <message>
        <source>Swap {count} nodes for</source>
        <translation>将 {count} 个节点替换为</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>不适合</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Run sample</source>
        <translation>运行样本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed draws the same sample and the same weights</source>
        <translation>相同的随机种子产生相同的样本和相同的权重</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>State of the drawing</source>
        <translation>网络图的状态</translation>
    </message>
</context>
<context>
    <name>RunController</name>
    <message>
        <source>Running {node}… {time} left</source>
        <translation>正在运行{node}…还需{time}</translation>
    </message>
    <message>
        <source>Running {node}…</source>
        <translation>正在运行 {node}…</translation>
    </message>
    <message>
        <source>Starting PyTorch…</source>
        <translation>正在启动 PyTorch…</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>正在运行…</translation>
    </message>
    <message>
        <source>PyTorch {version} ready</source>
        <translation>PyTorch {version} 已就绪</translation>
    </message>
    <message>
        <source>Engine stopped: {reason}</source>
        <translation>引擎已终止：{reason}</translation>
    </message>
    <message>
        <source>Engine stopped and was started again: {reason}</source>
        <translation>引擎已终止并重新启动：{reason}</translation>
    </message>
</context>
<context>
    <name>RunLog</name>
    <message>
        <source>Run a sample: every node tells here what it received and what it made of it.</source>
        <translation>请运行样本：每个节点会在这里说明它收到了什么、输出了什么。</translation>
    </message>
    <message>
        <source>Run log</source>
        <translation>运行日志</translation>
    </message>
</context>
<context>
    <name>RunSettings</name>
    <message>
        <source>Run settings</source>
        <translation>运行设置</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>float32 in a drawing is the precision of the run. Another precision or device draws other numbers from the same seed; the exported code stays as it is.</source>
        <translation>图中的float32即运行的精度。换用其他精度或设备时，同一随机种子会抽取不同的数；导出的代码不变。</translation>
    </message>
    <message>
        <source>Use for runs</source>
        <translation>用于运行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>Only the batch changed, {before} to {after}: every weight is as it was.</source>
        <translation>只有批量从{before}变为{after}：所有权重保持不变。</translation>
    </message>
    <message>
        <source>The sample changed from {before} to {after}: no weight has another shape.</source>
        <translation>样本从{before}变为{after}：没有权重改变形状。</translation>
    </message>
    <message>
        <source>The sample changed from {before} to {after}: fresh modules, with other weight shapes: {parameters}.</source>
        <translation>样本从{before}变为{after}：使用全新的模块，权重形状改变：{parameters}。</translation>
    </message>
    <message>
        <source>{name} {before} → {after}</source>
        <translation>{name} {before} → {after}</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>Run {number} was of another drawing: undo until it is there again.</source>
        <translation>第{number}次运行针对的是另一张图：请撤销直到它重新出现。</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Comparison of two runs</source>
        <translation>两次运行的比较</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为Markdown</translation>
    </message>
    <message>
        <source>The latest ten runs are kept here. Enter shows one again; choose two to compare them.</source>
        <translation>这里保留最近十次运行。按回车重新显示其中一次；选择两次进行比较。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>eval</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Output {run}</source>
        <translation>输出 {run}</translation>
    </message>
    <message>
        <source>Parameters {run}</source>
        <translation>参数 {run}</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Seconds {run}</source>
        <translation>耗时 {run}</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>other numbers</source>
        <translation>数值不同</translation>
    </message>
    <message>
        <source>other shapes</source>
        <translation>形状不同</translation>
    </message>
</context>
<context>
    <name>SeveralPage</name>
    <message>
        <source>Arguments of all of them</source>
        <translation>共有的实参</translation>
    </message>
    <message>
        <source>They have no argument in common.</source>
        <translation>它们没有共有的实参。</translation>
    </message>
</context>
<context>
    <name>SeveralRow</name>
    <message>
        <source>several values</source>
        <translation>多个值</translation>
    </message>
</context>
<context>
    <name>SharingSection</name>
    <message>
        <source>Tie {parameter} to…</source>
        <translation>将 {parameter} 绑定到…</translation>
    </message>
    <message>
        <source>Tie a parameter to…</source>
        <translation>将参数绑定到…</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>参数共享</translation>
    </message>
    <message>
        <source>Share parameters with…</source>
        <translation>与其他层共享参数…</translation>
    </message>
    <message>
        <source>Use parameters of its own</source>
        <translation>改用自己的参数</translation>
    </message>
    <message>
        <source>Untie…</source>
        <translation>解除绑定…</translation>
    </message>
    <message>
        <source>No other fits</source>
        <translation>没有合适的对象</translation>
    </message>
</context>
<context>
    <name>SourceSection</name>
    <message>
        <source>Source</source>
        <translation>源代码</translation>
    </message>
    <message>
        <source>Open the block</source>
        <translation>展开此块</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Show the problems</source>
        <translation>显示问题</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 个错误</translation>
    </message>
    <message>
        <source>{count} errors</source>
        <translation>{count} 个错误</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 个警告</translation>
    </message>
    <message>
        <source>{count} warnings</source>
        <translation>{count} 个警告</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Place in the pass</source>
        <translation>在传播过程中的位置</translation>
    </message>
    <message>
        <source>Drag to any moment of the pass</source>
        <translation>拖到传播过程中的任一时刻</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How fast it plays</source>
        <translation>播放的快慢</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 步，共 {count} 步</translation>
    </message>
    <message>
        <source>{right} of {asked} at once</source>
        <translation>一次答对 {right}/{asked}</translation>
    </message>
</context>
<context>
    <name>SummaryPanel</name>
    <message>
        <source>{count} layers</source>
        <translation>{count} 层</translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>1 层</translation>
    </message>
    <message>
        <source>{layer} of {node}</source>
        <translation>{node} 的 {layer}</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>乘加次数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy the table for a text, with rounded numbers</source>
        <translation>复制表格用于文本，数字经过舍入</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>复制为 CSV</translation>
    </message>
    <message>
        <source>Copy the table for a spreadsheet, with all digits</source>
        <translation>复制表格用于电子表格，保留全部数位</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Theatre</name>
    <message>
        <source>Nothing has been passed yet: no lazy layer knows its sizes.</source>
        <translation>样本尚未经过任何层：延后初始化的层都还不知道自己的大小。</translation>
    </message>
    <message>
        <source>{layer} became {other}.</source>
        <translation>{layer} 变成了 {other}。</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>{parameters} parameters · {bytes} · {macs} MACs</source>
        <translation>{parameters} 个参数 · {bytes} · {macs} 次乘加</translation>
    </message>
    <message>
        <source>at least {parameters} parameters · {bytes} · {macs} MACs</source>
        <translation>至少 {parameters} 个参数 · {bytes} · {macs} 次乘加</translation>
    </message>
    <message>
        <source>nothing is known yet</source>
        <translation>尚无可知</translation>
    </message>
    <message>
        <source>{totals} · inferred</source>
        <translation>{totals} · 推断所得</translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message>
        <source>No recent files</source>
        <translation>没有最近的文件</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Problems ({count})</source>
        <translation>问题 ({count})</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Code, problems, run log, history, summary, depth and runs</source>
        <translation>代码、问题、运行日志、历史记录、摘要、深度和运行记录</translation>
    </message>
    <message>
        <source>Run log</source>
        <translation>运行日志</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>缩放到 100%</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit the drawing into the window</source>
        <translation>使网络图适合窗口</translation>
    </message>
</context>
</TS>
